using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned as people read it.</summary>
internal static class LearnedWords
{
    private const string Format = "0.000";
    private const string Signed = "+0.000;-0.000;0.000";

    /// <summary>Each figure, and which way is better.</summary>
    private static readonly (string Title, Func<HeldOutFigures, Estimate> Of)[] _figures =
    [
        ("area under the ROC curve", figures => figures.Auc),
        ("average precision", figures => figures.AveragePrecision),
        ("lift at 5 %", figures => figures.LiftAt5Percent),
        ("Brier score (lower is better)", figures => figures.Brier),
    ];

    public static string From(LearnReport report) => Printable.Of($"{report.FromModel}@{report.FromVersion}");

    public static string LearnedOf(LearnReport report)
    {
        var left = report.LeftOut == 0 ? "" : $"; {Figures.Count(report.LeftOut)} more had done nothing before their outcome and are left out";
        return Printable.Of($"{report.Model}: learned from {Figures.Count(report.Positives + report.Negatives)} members with outcomes, {Figures.Count(report.Positives)} of them positive{left}");
    }

    public static string HeldOutOf(HeldOutReport report) => Printable.Of(
        $"Judged on the newest fifth, from {report.FirstDay} on: {Figures.Count(report.Positives + report.Negatives)} members, {Figures.Count(report.Positives)} positive, whom the model that is judged was not learned from. With 95 % intervals:");

    /// <summary>A line for each figure: what it is, of the learned model, of the other, and the difference; each with its interval on a second line.</summary>
    public static IEnumerable<string[]> FiguresOf(HeldOutReport report) => _figures.Select(figure => (string[])
    [
        figure.Title,
        Interval(figure.Of(report.Learned.Figures), Format),
        Interval(figure.Of(report.From.Figures), Format),
        Interval(figure.Of(report.Gained), Signed),
    ]);

    public static string Interval(Estimate figure, string format = Format) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Value.ToString(format, CultureInfo.InvariantCulture)}\n{figure.Low.ToString(format, CultureInfo.InvariantCulture)} to {figure.High.ToString(format, CultureInfo.InvariantCulture)}");
}
