namespace SocialLeads.Scoring.Features;

/// <summary>
/// How many distinct counters a member may have. Over a bound the counters with the smallest hashes are kept: which
/// ones depends on nothing but the set of counters ever seen, so the features stay independent of the order of
/// arrival, at the price that a member who touches more loses an arbitrary part of them. The loss is marked in
/// <see cref="FeatureHeader.OverBound"/>.
/// </summary>
public static class FeatureBounds
{
    /// <summary>Days that are kept singly, back from the member's own newest day, when nothing else is asked for.</summary>
    public const int DefaultRetentionDays = 400;

    /// <summary>The most days that can be kept singly.</summary>
    public const int MaxRetentionDays = 4000;

    /// <summary>A count or sum saturates here: 2^48.</summary>
    public const long MaxSum = 1L << 48;

    internal const int Classes = 10;

    /// <summary>The class that peers are counted in; every other class is the number of a <see cref="Dimension"/>.</summary>
    internal const int PeersClass = 7;

    private static readonly int[] _limits = [256, 128, 1024, 64, 64, 64, 128, 512, 256, 256];

    /// <summary>The most series (kind, facet, metric) of a dimension that a member has; peers apart.</summary>
    public static int MaxSeries(Dimension dimension) => _limits[(int)dimension];

    /// <summary>The most pairs of (kind, role) and peer that a member has.</summary>
    public static int MaxPeers => _limits[PeersClass];

    internal static int Limit(int boundClass) => _limits[boundClass];
}
