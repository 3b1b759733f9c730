using SocialLeads.Faults.Traffic;

namespace SocialLeads.Faults.Kills;

/// <summary>What the seed decides about one round.</summary>
/// <param name="Acknowledgements">Requests that are acknowledged before the server is ended.</param>
/// <param name="Further">How long traffic goes on behind the last of them.</param>
/// <param name="Ending">How the server is ended.</param>
/// <param name="Patience">With <see cref="Ending.TerminateThenKill"/>, the time between the two signals: what it saves is interrupted.</param>
/// <param name="KillWhileStarting">How long the next server lives that is killed while it starts; null when none is.</param>
/// <param name="Doubt">What becomes of requests that got no answer.</param>
/// <param name="Streams">Of each client, whether it sends on a stream.</param>
internal sealed record RoundPlan(
    int Acknowledgements, TimeSpan Further, Ending Ending, TimeSpan Patience, TimeSpan? KillWhileStarting, Doubt Doubt, bool[] Streams)
{
    public static RoundPlan At(ulong seed, int round, int clients)
    {
        var random = Chance.At(seed, round);
        return new RoundPlan(
            random.Next(41),
            TimeSpan.FromMilliseconds(25 * random.NextDouble()),
            random.Next(10) switch { 0 => Ending.Terminate, 1 or 2 => Ending.TerminateThenKill, _ => Ending.Kill },
            TimeSpan.FromMilliseconds(60 * random.NextDouble()),
            random.Next(8) == 0 ? TimeSpan.FromMilliseconds(700 * random.NextDouble()) : null,
            random.Next(4) switch { 0 => Doubt.Judge, 1 => Doubt.Carry, _ => Doubt.Settle },
            [.. Enumerable.Range(0, clients).Select(_ => random.Next(2) == 0)]);
    }
}

internal enum Ending
{
    /// <summary>SIGKILL.</summary>
    Kill,

    /// <summary>SIGTERM, and SIGKILL while it saves.</summary>
    TerminateThenKill,

    /// <summary>SIGTERM; it takes the time it needs.</summary>
    Terminate,
}

internal enum Doubt
{
    /// <summary>They are sent again until they are acknowledged; then all scores are compared.</summary>
    Settle,

    /// <summary>
    /// All scores are read first. Then they are sent again, which tells of each activity whether it was there (a
    /// duplicate) or not (accepted), and so what the scores read before had to be.
    /// </summary>
    Judge,

    /// <summary>They are the first that the next round sends, so that they may be killed again. Nothing is compared.</summary>
    Carry,
}
