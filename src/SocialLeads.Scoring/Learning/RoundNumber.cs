using System.Globalization;

namespace SocialLeads.Scoring.Learning;

/// <summary>Numbers a person can read.</summary>
internal static class RoundNumber
{
    private const int MostDigits = 17;

    /// <summary>
    /// A number above <paramref name="below"/> and at most <paramref name="upTo"/> with as few significant digits as can be,
    /// near the middle or else near the end: where a bin begins is read by people.
    /// </summary>
    public static double Between(double below, double upTo)
    {
        var middle = below + (upTo - below) / 2;
        for (var digits = 1; digits <= MostDigits; digits++)
        {
            foreach (var wanted in (ReadOnlySpan<double>)[middle, upTo])
            {
                var rounded = Round(wanted, digits);
                if (rounded > below && rounded <= upTo) return rounded;
            }
        }
        // Neighbouring numbers have nothing between them.
        return upTo;
    }

    private static double Round(double value, int digits)
    {
        var format = "E" + (digits - 1).ToString(CultureInfo.InvariantCulture);
        return double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
