using SocialLeads.Scoring;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// A place in a ranked list: points in thousandths, and the member's id, which settles equal points. Better keys
/// compare less, so that the best lead comes first.
/// </summary>
[GenerateSerializer, Immutable, Alias("SocialLeads.RankedKey")]
public readonly record struct RankedKey(
    [property: Id(0)] long PointsThousandths, [property: Id(1)] string Member) : IComparable<RankedKey>
{
    /// <inheritdoc/>
    public int CompareTo(RankedKey other)
    {
        var byPoints = other.PointsThousandths.CompareTo(PointsThousandths);
        return byPoints != 0 ? byPoints : CodePointOrder.Compare(Member, other.Member);
    }

    public static bool operator <(RankedKey left, RankedKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RankedKey left, RankedKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RankedKey left, RankedKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RankedKey left, RankedKey right) => left.CompareTo(right) >= 0;
}
