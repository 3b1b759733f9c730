using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace SocialLeads.Server.Requests;

/// <summary>The errors the services answer with, as AIP-193 has them: a code, a sentence, and details for programs.</summary>
internal static class RpcErrors
{
    /// <summary>INVALID_ARGUMENT with a google.rpc.BadRequest that names the field.</summary>
    public static RpcException InvalidArgument(string field, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.InvalidArgument,
        Message = $"{field}: {description}",
        Details =
        {
            Any.Pack(new BadRequest
            {
                FieldViolations = { new BadRequest.Types.FieldViolation { Field = field, Description = description } },
            }),
        },
    }.ToRpcException();

    /// <summary>NOT_FOUND with a google.rpc.ResourceInfo.</summary>
    public static RpcException NotFound(string resourceType, string name, string description) => new Google.Rpc.Status
    {
        Code = (int)Code.NotFound,
        Message = description,
        Details = { Any.Pack(new ResourceInfo { ResourceType = resourceType, ResourceName = name, Description = description }) },
    }.ToRpcException();

    /// <summary>RESOURCE_EXHAUSTED with a google.rpc.RetryInfo.</summary>
    public static RpcException Overloaded() => Retry(
        Code.ResourceExhausted, "More activities wait to become durable than the server holds at a time. Send these again a little later.");

    /// <summary>RESOURCE_EXHAUSTED: trying again is of no use, asking for less is.</summary>
    public static RpcException AnswerTooLarge(int bytes) => new(new Grpc.Core.Status(
        StatusCode.ResourceExhausted,
        $"The answer would have more than {bytes} bytes. Ask for fewer members at a time, or for LEAD_VIEW_BASIC."));

    /// <summary>UNAVAILABLE with a google.rpc.RetryInfo.</summary>
    public static RpcException StoreUnavailable() => Retry(
        Code.Unavailable, "The store cannot be reached now. Send this again as it is; activities that became durable meanwhile will be duplicates.");

    /// <summary>UNAVAILABLE with a google.rpc.RetryInfo.</summary>
    public static RpcException Stopping() => Retry(Code.Unavailable, "The server is stopping. What was acknowledged is durable.");

    private static RpcException Retry(Code code, string message) => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = message,
        Details = { Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }) },
    }.ToRpcException();
}
