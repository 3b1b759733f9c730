namespace SocialLeads.Bench.Loads;

/// <summary>Times of requests. Safe for many threads.</summary>
internal sealed class Latencies(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];
    private readonly long _start = clock.GetTimestamp();

    public long Now => clock.GetTimestamp();

    /// <summary>Seconds since the first request could be sent.</summary>
    public double Elapsed => clock.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Notes a request that was sent at <paramref name="sentAt"/>, a value of <see cref="Now"/>, and is answered now.</summary>
    public void Add(long sentAt)
    {
        var milliseconds = clock.GetElapsedTime(sentAt).TotalMilliseconds;
        lock (_lock) _milliseconds.Add(milliseconds);
    }

    public (double Median, double P99) Quantiles()
    {
        lock (_lock)
        {
            if (_milliseconds.Count == 0) return (0, 0);
            _milliseconds.Sort();
            return (_milliseconds[_milliseconds.Count / 2], _milliseconds[(int)(_milliseconds.Count * 0.99)]);
        }
    }
}
