using System.Globalization;

namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>Decimal numbers with at most three digits after the point, held exactly as thousandths.</summary>
internal static class DecimalText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool TryThousandths(ScalarNode scalar, long min, long max, out long thousandths)
    {
        thousandths = 0;
        // The limit keeps the decimal from rounding digits away.
        if (!scalar.Plain || scalar.Value.Length > 20) return false;
        if (!decimal.TryParse(scalar.Value, Style, CultureInfo.InvariantCulture, out var number)) return false;
        if (number < min / 1000m || number > max / 1000m || number * 1000 != decimal.Truncate(number * 1000)) return false;
        thousandths = (long)(number * 1000);
        return true;
    }

    public static string Problem(long min, long max) => string.Create(
        CultureInfo.InvariantCulture,
        $"is not a number from {min / 1000m:#,0.###} to {max / 1000m:#,0.###} with at most three digits after the point");
}
