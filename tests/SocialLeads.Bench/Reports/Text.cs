using System.Globalization;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Reports;

/// <summary>Writes figures for people: as many digits as mean something.</summary>
internal static class Text
{
    public static string Figure(double figure) => Math.Abs(figure) switch
    {
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{figure:N0}"),
        >= 10 => string.Create(CultureInfo.InvariantCulture, $"{figure:0.0}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{figure:0.000}"),
    };

    public static string Spread(Sample? sample) => sample switch
    {
        null => "",
        { Runs: 1 } => Figure(sample.Median),
        _ => $"{Figure(sample.Median)} ({Figure(sample.Least)}–{Figure(sample.Most)})",
    };

    public static string Ratio(Result result) =>
        result.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}") : "";

    public static string Met(Result result) => result.Met switch
    {
        true => "met",
        false => "not met",
        null => result.Target is null ? "" : "not measured",
    };
}
