using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace SocialLeads.Cli.Server;

/// <summary>What a failed call says for itself.</summary>
internal static class RpcFailures
{
    /// <summary>The status in a line, with what the connection said.</summary>
    public static string Describe(this RpcException failure)
    {
        var detail = failure.Status.Detail;
        var cause = failure.Status.DebugException?.GetBaseException().Message;
        return cause is null || detail.Contains(cause, StringComparison.Ordinal) ? detail : $"{detail} ({cause})";
    }

    /// <summary>Everything the server found wrong with the request, by field.</summary>
    public static IReadOnlyList<BadRequest.Types.FieldViolation> FieldViolations(this RpcException failure) =>
        failure.Detail<BadRequest>(BadRequest.Descriptor)?.FieldViolations ?? [];

    /// <summary>How long the server asks to wait before the next try; null when it does not ask.</summary>
    public static TimeSpan? AskedPause(this RpcException failure) =>
        failure.Detail<RetryInfo>(RetryInfo.Descriptor)?.RetryDelay?.ToTimeSpan();

    private static T? Detail<T>(this RpcException failure, MessageDescriptor descriptor)
        where T : class, IMessage, new() =>
        failure.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(descriptor))?.Unpack<T>();
}
