namespace SocialLeads.Bench.Rows;

/// <summary>How much is measured.</summary>
internal sealed record Scale
{
    /// <summary>Measured runs of each contestant; one more before them warms up and does not count.</summary>
    public required int Runs { get; init; }

    /// <summary>Activities in a run.</summary>
    public required int Activities { get; init; }

    /// <summary>
    /// Activities in a run that goes on: so many that in each run two of the eight partitions come to their checkpoint, after 800,000 activities of
    /// their own, and no run is spared what another has to do.
    /// </summary>
    public int SustainedActivities { get; init; } = 1_700_000;

    /// <summary>Members of the community that is fed.</summary>
    public int Members { get; init; } = 100_000;

    /// <summary>Members of the community that is read.</summary>
    public required int ReadMembers { get; init; }

    /// <summary>Calls in a run that measures a rate.</summary>
    public required int Calls { get; init; }

    /// <summary>Calls in a run that measures a latency.</summary>
    public int LatencyCalls { get; init; } = 2_000;

    /// <summary>Members of the large community of the growth row; the small one has 10,000.</summary>
    public required int GrowthMembers { get; init; }

    /// <summary>Members whose memory and disk are measured.</summary>
    public required int FootprintMembers { get; init; }

    /// <summary>Members that are scored again.</summary>
    public required int RescoredMembers { get; init; }

    /// <summary>Activities behind the last checkpoint when the server is killed.</summary>
    public required IReadOnlyList<int> Tails { get; init; }

    /// <summary>The figures that count.</summary>
    public static Scale Full { get; } = new()
    {
        Runs = 5,
        Activities = 500_000,
        ReadMembers = 1_000_000,
        Calls = 200_000,
        GrowthMembers = 1_000_000,
        FootprintMembers = 100_000,
        RescoredMembers = 1_000_000,
        Tails = [0, 200_000, 1_600_000, 6_400_000],
    };

    /// <summary>All rows in less than ten minutes.</summary>
    public static Scale Quick { get; } = new()
    {
        Runs = 3,
        Activities = 200_000,
        ReadMembers = 100_000,
        Calls = 60_000,
        GrowthMembers = 200_000,
        FootprintMembers = 20_000,
        RescoredMembers = 200_000,
        Tails = [0, 50_000, 100_000],
    };
}
