using System.Globalization;

namespace SocialLeads.Scoring.Scores;

/// <summary>An exact number of points, in thousandths, from -1,000,000 to 1,000,000 points.</summary>
public readonly record struct Points : IComparable<Points>
{
    /// <summary>The most thousandths there can be, either way.</summary>
    public const long MaxThousandths = 1_000_000_000;

    private Points(long thousandths) => Thousandths = thousandths;

    /// <summary>No points.</summary>
    public static Points Zero => default;

    /// <summary>Thousandths of a point, from -<see cref="MaxThousandths"/> to <see cref="MaxThousandths"/>.</summary>
    public long Thousandths { get; }

    /// <summary>Points from thousandths of a point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxThousandths"/> either way.</exception>
    public static Points FromThousandths(long thousandths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(thousandths, -MaxThousandths);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(thousandths, MaxThousandths);
        return new(thousandths);
    }

    /// <summary>The nearest double; times 1000 and rounded it gives the thousandths back.</summary>
    public double ToDouble() => Thousandths / 1000.0;

    public int CompareTo(Points other) => Thousandths.CompareTo(other.Thousandths);

    public static bool operator <(Points left, Points right) => left.Thousandths < right.Thousandths;

    public static bool operator >(Points left, Points right) => left.Thousandths > right.Thousandths;

    public static bool operator <=(Points left, Points right) => left.Thousandths <= right.Thousandths;

    public static bool operator >=(Points left, Points right) => left.Thousandths >= right.Thousandths;

    /// <summary>Points with up to three digits after the point, such as <c>-12.5</c>.</summary>
    public override string ToString() => (Thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
}
