using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Numbers and reasons as people read them.</summary>
internal static class Figures
{
    /// <summary>Points as the whole thousandths they are.</summary>
    public static decimal Exact(double points) => Math.Round((decimal)points, 3);

    public static string Points(decimal points) => points.ToString("N3", CultureInfo.InvariantCulture);

    public static string SignedPoints(decimal points) => points.ToString("+#,0.000;-#,0.000;0.000", CultureInfo.InvariantCulture);

    public static string Score(double score) => score.ToString("F2", CultureInfo.InvariantCulture);

    public static string Measured(double measured) => measured.ToString("#,0.###", CultureInfo.InvariantCulture);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The id of a signal in words.</summary>
    public static string Words(string signal) => Printable.Of(signal.Replace('_', ' '));

    /// <summary>A contribution in a few words, such as <c>tag interest (pricing) +12.500</c>.</summary>
    public static string Reason(Contribution contribution)
    {
        var facet = contribution.Facet.Length == 0 ? "" : $" ({Printable.Of(contribution.Facet)})";
        return $"{Words(contribution.Signal)}{facet} {SignedPoints(Exact(contribution.Points))}";
    }
}
