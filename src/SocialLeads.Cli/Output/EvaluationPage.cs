using System.Globalization;
using System.Net;
using System.Text;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Output;

/// <summary>An evaluation as a page of HTML that needs nothing else.</summary>
internal static class EvaluationPage
{
    private const string Head =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>SocialLeads: does the score find people?</title>
        <style>
        body { font: 15px/1.5 system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; color: #1f2937; max-width: 1000px; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        svg { max-width: 100%; height: auto; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .7rem; border-bottom: 1px solid #e5e7eb; text-align: right; white-space: nowrap; vertical-align: top; }
        th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 11rem; }
        th { font-weight: 600; color: #4b5563; white-space: normal; } small { color: #6b7280; }
        </style>
        </head>
        <body>
        """;

    public static string Write(EvaluationReport report)
    {
        var page = new StringBuilder(Head).Append('\n');
        Add(page, "h1", "Does the score find people?");
        AddTo(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>Adds all but the frame to a page.</summary>
    public static void AddTo(StringBuilder page, EvaluationReport report)
    {
        Add(page, "p", char.ToUpperInvariant(report.Question[0]) + report.Question[1..]);
        page.Append(EvaluationChart.Draw(report));
        Add(page, "h2", "Members and days");
        Table(page, ["as of", "members", "of whom positive", "left out: positive before", "positive, but not there yet"], report.Days.Select(day => (string[])
        [
            day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Figures.Count(day.Members), Figures.Count(day.Positives),
            Figures.Count(day.LeftOut), Figures.Count(day.NotSeen),
        ]));
        Add(page, "h2", "Figures");
        Add(page, "p", $"Each is the mean over the days, with its 95 % interval by {Figures.Count(report.Draws)} stratified bootstrap draws of members.");
        FigureTable(page, "", [.. report.Rankings.Select(ranking => (ranking.Name, ranking.Figures))], "0.0000");
        foreach (var group in report.Differences.GroupBy(difference => difference.First, StringComparer.Ordinal))
        {
            Add(page, "h2", $"By how much {group.Key} is above others");
            Add(page, "p", "Over the same members and draws. An interval without 0 is more than chance.");
            FigureTable(page, "against", [.. group.Select(difference => (difference.Second, difference.Figures))], "+0.0000;-0.0000;0.0000");
        }

        foreach (var ranking in report.Rankings)
        {
            Reliability(page, $"{ranking.Name}: calibrated probability", ranking.Reliability);
            Reliability(page, $"{ranking.Name}: {(ranking.IsModel ? "score/100" : "its own probability")}", ranking.ReliabilityOfScore);
        }

        foreach (var note in report.Notes) Add(page, "p", $"Note: {note}");
    }

    private static void FigureTable(
        StringBuilder page, string corner, (string Name, IReadOnlyDictionary<string, Estimate> Figures)[] columns, string format) => Table(
        page, [corner, .. columns.Select(column => column.Name)], EvaluationFigure.All.Select(figure => (string[])
        [figure.Title, .. columns.Select(column => column.Figures.TryGetValue(figure.Id, out var of) ? Cell(of, format) : "")]));

    private static void Reliability(StringBuilder page, string title, IReadOnlyList<ReliabilityPoint> curve)
    {
        if (curve.Count == 0) return;
        Add(page, "h2", title);
        Table(page, ["rows", "said", "happened"], curve.Select(point => (string[])
        [
            Figures.Count(point.Rows), point.MeanProbability.ToString("F4", CultureInfo.InvariantCulture), Cell(point.PositiveFraction, "0.0000"),
        ]));
    }

    private static void Table(StringBuilder page, string[] titles, IEnumerable<string[]> rows)
    {
        page.Append("<div class=\"wide\"><table><tr>");
        foreach (var title in titles) Add(page, "th", title);
        page.Append("</tr>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row) page.Append("<td>").Append(string.Join("<br><small>", cell.Split('\n').Select(Escape))).Append("</td>");
            page.Append("</tr>\n");
        }

        page.Append("</table></div>\n");
    }

    /// <summary>The figure, and on a line of its own the interval.</summary>
    private static string Cell(Estimate figure, string format)
    {
        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Of(figure.Value)}\n{Of(figure.Interval.Low)} to {Of(figure.Interval.High)}";
    }

    private static void Add(StringBuilder page, string element, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<{element}>{Escape(text)}</{element}>\n");

    private static string Escape(string text) => WebUtility.HtmlEncode(Printable.Of(text));
}
