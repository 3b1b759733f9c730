using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>How long a call may still take.</summary>
internal static class Deadlines
{
    public static readonly Status Exceeded = new(StatusCode.DeadlineExceeded, "");

    // The most a timer can wait. A call that asks for more has no timer of its own.
    private static readonly TimeSpan _longestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>Null when there is no deadline; not positive when it has passed.</summary>
    public static TimeSpan? TimeLeft(DateTime? deadline)
    {
        if (deadline is not { } at || at == DateTime.MaxValue)
            return null;

        if (at.Kind != DateTimeKind.Utc && at != DateTime.MinValue)
            throw new InvalidOperationException("Deadline must have a kind DateTimeKind.Utc.");

        return at - TimeProvider.System.GetUtcNow().UtcDateTime;
    }

    public static ITimer? StartTimer(TimeSpan timeout, Action expired) => timeout > _longestTimer
        ? null
        : TimeProvider.System.CreateTimer(static action => ((Action)action!)(), expired, timeout, Timeout.InfiniteTimeSpan);
}
