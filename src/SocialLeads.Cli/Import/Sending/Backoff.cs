using Grpc.Core;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>Decides whether to try again after a failure, and when.</summary>
internal sealed class Backoff(SendOptions options)
{
    private int _failures;
    private bool _everAnswered;

    /// <summary>Something was acknowledged: the server is there.</summary>
    public void Reset()
    {
        _failures = 0;
        _everAnswered = true;
    }

    /// <summary>How long to wait before the next try; null to give up.</summary>
    public TimeSpan? Next(RpcException failure)
    {
        if (!IsTransient(failure))
            return null;
        _failures++;
        var isAbsent = !_everAnswered && failure.StatusCode != StatusCode.ResourceExhausted;
        if (_failures >= (isAbsent ? options.FirstTries : options.Tries))
            return null;
        if (failure.AskedPause() is { } asked)
            return asked < options.LongestAskedPause ? asked : options.LongestAskedPause;

        var pause = options.FirstPause * Math.Pow(2, Math.Min(_failures - 1, 16));
        return pause < options.LongestPause ? pause : options.LongestPause;
    }

    // A connection that breaks in the middle of a message is told as INTERNAL or CANCELLED, with the reason inside.
    private static bool IsTransient(RpcException failure) =>
        failure.StatusCode is StatusCode.Unavailable or StatusCode.ResourceExhausted
        || failure.Status.DebugException is IOException or HttpRequestException;
}
