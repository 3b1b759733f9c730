using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace SocialLeads.Cli.Server;

/// <summary>What a failed call says for itself.</summary>
internal static class RpcFailures
{
    /// <summary>
    /// What the server said, or what happened to the connection. Of a chain of exceptions the innermost says that, and the
    /// status repeats them all.
    /// </summary>
    public static string Describe(this RpcException failure) =>
        failure.Status.DebugException?.GetBaseException() is { Message.Length: > 0 } cause and not RpcException
            ? cause.Message
            : failure.Status.Detail;

    /// <summary>Why a call failed, each reason once: a sentence and, where that leaves fields unsaid, a line for each of them.</summary>
    public static (string Sentence, IReadOnlyList<string> Fields) Reasons(this RpcException failure)
    {
        var sentence = failure.Describe();
        var violations = failure.Detail<BadRequest>(BadRequest.Descriptor)?.FieldViolations ?? [];
        var fields = violations.Select(violation => $"{violation.Field}: {violation.Description}").ToArray();
        var isAllSaid = fields.All(field => sentence.Contains(field, StringComparison.Ordinal));
        return fields switch
        {
            [_] when isAllSaid => (sentence, []),
            [var only] when sentence == violations[0].Description => (only, []),
            [_, _, ..] when isAllSaid => ($"{fields.Length} fields are wrong", fields),
            _ => (sentence, fields),
        };
    }

    /// <summary>How long the server asks to wait before the next try; null when it does not ask.</summary>
    public static TimeSpan? AskedPause(this RpcException failure) =>
        failure.Detail<RetryInfo>(RetryInfo.Descriptor)?.RetryDelay?.ToTimeSpan();

    private static T? Detail<T>(this RpcException failure, MessageDescriptor descriptor)
        where T : class, IMessage, new() =>
        failure.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(descriptor))?.Unpack<T>();
}
