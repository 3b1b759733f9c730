using System.Globalization;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// The text of a series, <c>kind/dimension/metric/facet</c> with the numbers of the enums. A kind has no slash, and the
/// facet comes last, so it may hold anything.
/// </summary>
internal static class SeriesText
{
    public static string Encode(in SeriesKey key) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Kind}/{(int)key.Dimension}/{(int)key.Metric}/{key.Facet}");

    public static SeriesKey Parse(string text)
    {
        var kindEnd = text.IndexOf('/', StringComparison.Ordinal);
        if (kindEnd < 1 || text.Length < kindEnd + 5 || text[kindEnd + 2] != '/' || text[kindEnd + 4] != '/')
            throw new FormatException($"'{text}' does not name a series: kind/dimension/metric/facet.");
        var dimension = (Dimension)(text[kindEnd + 1] - '0');
        var metric = (Metric)(text[kindEnd + 3] - '0');
        if (!Enum.IsDefined(dimension) || !Enum.IsDefined(metric))
            throw new FormatException($"'{text}' does not name a series: unknown dimension or metric.");
        return new(text[..kindEnd], dimension, text[(kindEnd + 5)..], metric);
    }
}
