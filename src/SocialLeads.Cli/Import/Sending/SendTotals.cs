using Google.Protobuf.WellKnownTypes;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>What the server answered so far, in activities. May be read from any thread while sending goes on.</summary>
internal sealed class SendTotals
{
    private readonly LatestDay _latest = new();
    private long _accepted;
    private long _duplicate;
    private long _rejected;
    private long _facetsLeftOut;
    private long _resentRequests;

    /// <summary>Acknowledged activities, whatever became of them.</summary>
    public long Sent => Accepted + Duplicate + Rejected;

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Duplicate => Interlocked.Read(ref _duplicate);

    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Facets that the server left out of accepted activities.</summary>
    public long FacetsLeftOut => Interlocked.Read(ref _facetsLeftOut);

    /// <summary>Requests that were sent again after a connection was lost.</summary>
    public long ResentRequests => Interlocked.Read(ref _resentRequests);

    /// <summary>The last UTC day of what was accepted now or before; null when nothing was.</summary>
    public DateOnly? LastDay => _latest.Day;

    /// <summary>Something with a time was accepted, now or before. One thread at a time.</summary>
    public void CountTime(Timestamp? time) => _latest.Add(time);

    public void CountAnswer(int accepted, int duplicate, int rejected, int facetsLeftOut = 0)
    {
        Interlocked.Add(ref _accepted, accepted);
        Interlocked.Add(ref _duplicate, duplicate);
        Interlocked.Add(ref _rejected, rejected);
        Interlocked.Add(ref _facetsLeftOut, facetsLeftOut);
    }

    public void CountResent(int requests) => Interlocked.Add(ref _resentRequests, requests);
}
