using Orleans.Configuration;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Runtime;

/// <summary>Fails the calls whose answer is late. The calls themselves go on.</summary>
internal sealed class ResponseTimeouts(OutstandingCalls outstanding, TimeProvider clock, SiloMessagingOptions options, Log log)
{
    private static readonly TimeSpan _longestPeriod = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        var period = options.ResponseTimeout < _longestPeriod ? options.ResponseTimeout : _longestPeriod;
        using var timer = new PeriodicTimer(period, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                FailLate();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops, and fails what is left itself.
        }
    }

    private void FailLate()
    {
        foreach (var call in outstanding.LateAt(clock.GetTimestamp()))
        {
            var timeout = call.ResponseTimeout ?? options.ResponseTimeout;
            log.TimedOut(timeout.TotalMilliseconds, call.MethodName);
            call.Reject(new TimeoutException($"Response did not arrive on time in {timeout} for message: {call}."));
        }
    }
}
