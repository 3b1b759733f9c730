using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Asserts how a call is refused.</summary>
internal static class Refusal
{
    /// <summary>INVALID_ARGUMENT whose details name one field, and whose message says the same to people.</summary>
    public static async Task OfField<T>(string field, AsyncUnaryCall<T> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        OfField(field, refused);
    }

    public static void OfField(string field, RpcException refused)
    {
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        var violation = Assert.Single(Detail<BadRequest>(refused.GetRpcStatus()).FieldViolations);
        Assert.Equal(field, violation.Field);
        Assert.Equal($"{field}: {violation.Description}", refused.Status.Detail);
    }

    /// <summary>NOT_FOUND whose details name what is not there.</summary>
    public static async Task OfResource<T>(string type, string name, AsyncUnaryCall<T> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        var resource = Detail<ResourceInfo>(refused.GetRpcStatus());
        Assert.Equal((type, name), (resource.ResourceType, resource.ResourceName));
    }

    /// <summary>The one detail of its kind.</summary>
    public static T Detail<T>(Status? status) where T : IMessage<T>, new() =>
        Assert.Single(status?.Details ?? [], detail => detail.Is(new T().Descriptor)).Unpack<T>();
}
