using SocialLeads.Scoring.Activities;

namespace SocialLeads.Server.Requests;

/// <summary>The one place where the clock is read. Everything below is told the time.</summary>
internal sealed class ServerTime(TimeProvider clock)
{
    /// <summary>Milliseconds since 1970-01-01 UTC.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The UTC day, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Today => UtcDay.OfUnixMs(NowMs);
}
