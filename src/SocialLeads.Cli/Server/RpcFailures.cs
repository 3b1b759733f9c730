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
        return failure.Status.DebugException?.GetBaseException().Message is { } cause && !detail.Contains(cause, StringComparison.Ordinal)
            ? $"{detail} ({cause})"
            : detail;
    }

    /// <summary>Everything the server found wrong with the request, by field.</summary>
    public static IReadOnlyList<BadRequest.Types.FieldViolation> FieldViolations(this RpcException failure) =>
        failure.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(BadRequest.Descriptor))?.Unpack<BadRequest>().FieldViolations
            ?? [];

    /// <summary>How long the server asks to wait before the next try; null when it does not ask.</summary>
    public static TimeSpan? AskedPause(this RpcException failure) =>
        failure.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>().RetryDelay?.ToTimeSpan();
}
