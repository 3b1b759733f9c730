using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// What a series holds for one day (and one peer): features are cells sorted by series, sub and when, no two alike.
/// </summary>
internal struct Cell
{
    /// <summary>The <see cref="When"/> of the remainder: what lies behind the retention, undated.</summary>
    public const int Remainder = 0;

    /// <summary>The id of the series.</summary>
    public int Series;

    /// <summary><see cref="Remainder"/>, or 1 for the last day there is and growing into the past: newest days sort first.</summary>
    public int When;

    /// <summary>The peer's hash for <see cref="CellShape.Peers"/>; otherwise 0.</summary>
    public long Sub;

    /// <summary>The sum, 0 to <see cref="FeatureBounds.MaxSum"/>, or the latest value, signed.</summary>
    public long A;

    /// <summary>
    /// For stamped and latest cells 1 + the millisecond of the day; in the remainder, where the day is not known
    /// otherwise, days since 0001-01-01 are added in milliseconds. For the others a second sum, as bounded as the first.
    /// </summary>
    public long B;

    public static int WhenOf(int day) => UtcDay.Max - day + 1;

    public static int DayOf(int when) => UtcDay.Max - when + 1;

    public static int Compare(in Cell left, in Cell right)
    {
        if (left.Series != right.Series) return left.Series < right.Series ? -1 : 1;
        if (left.Sub != right.Sub) return left.Sub < right.Sub ? -1 : 1;
        return left.When.CompareTo(right.When);
    }

    /// <summary>How many of some sorted cells, at least one, are of the same series as the first.</summary>
    public static int CountOfFirstSeries(ReadOnlySpan<Cell> sorted)
    {
        var count = 1;
        while (count < sorted.Length && sorted[count].Series == sorted[0].Series) count++;
        return count;
    }

    /// <summary>Whether both belong to one counter, whatever the day.</summary>
    public static bool SameCounter(in Cell left, in Cell right) => left.Series == right.Series && left.Sub == right.Sub;

    /// <summary>Takes in another cell of the same series, sub and when. Commutative and associative.</summary>
    public void Merge(in Cell other, CellShape shape)
    {
        if (shape == CellShape.Latest)
        {
            if (other.B < B || (other.B == B && other.A <= A)) return;
            (A, B) = (other.A, other.B);
            return;
        }
        // All addends are at least 0, so a saturating sum does not depend on the order.
        A = Math.Min(A + other.A, FeatureBounds.MaxSum);
        B = shape == CellShape.StampedSum ? Math.Max(B, other.B) : Math.Min(B + other.B, FeatureBounds.MaxSum);
    }

    /// <summary>Moves a dated cell to the remainder.</summary>
    public void Undate(CellShape shape)
    {
        if (shape is CellShape.StampedSum or CellShape.Latest) B += (long)DayOf(When) * UtcDay.Ms;
        When = Remainder;
    }
}
