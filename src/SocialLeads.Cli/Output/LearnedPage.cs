using System.Globalization;
using System.Net;
using System.Text;
using Google.Protobuf.Collections;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned as a web page that needs nothing but itself: no scripts, and nothing from elsewhere.</summary>
internal static class LearnedPage
{
    private const string Style =
        """
        body { font: 15px/1.5 system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; color: #1f2937; max-width: 1000px; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
        svg { max-width: 100%; height: auto; } pre { background: #f3f4f6; padding: 1rem; overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .7rem; border-bottom: 1px solid #e5e7eb; text-align: right; white-space: pre-line; vertical-align: top; }
        th:first-child, td:first-child { text-align: left; } th { font-weight: 600; color: #4b5563; }
        .warning { border-left: 4px solid #d9730d; padding-left: .8rem; }
        """;

    public static string Of(LearnReport report)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Learned: {Html(report.Model)}</title>
            <style>{Style}</style>
            <h1>{Html(report.Model)}, learned with the signals of {Html(LearnedWords.From(report))}</h1>
            <p>{Html(LearnedWords.LearnedOf(report))}.</p>

            """);
        foreach (var warning in report.Warnings)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{Html(warning.Text)}</p>\n");
        page.Append(LearnedChart.Draw(report));
        if (report.HeldOut is { } heldOut)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>How good it is</h2>\n<p>{Html(LearnedWords.HeldOutOf(heldOut))}</p>\n");
            AddTable(page, ["", report.Model, LearnedWords.From(report), "difference"], LearnedWords.FiguresOf(heldOut));
            AddReliability(page, report.Model, heldOut.Learned.Reliability);
            AddReliability(page, $"{LearnedWords.From(report)}, calibrated to the older outcomes", heldOut.From.Reliability);
        }

        page.Append(CultureInfo.InvariantCulture, $"<h2>The document</h2>\n<pre>{Html(report.Document, lines: true)}</pre>\n");
        return page.ToString();
    }

    private static void AddReliability(StringBuilder page, string what, RepeatedField<ReliabilityPoint> parts)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>Reliability of {Html(what)}</h2>\n");
        AddTable(page, ["members", "said", "happened"], parts.Select(part => (string[])
        [
            Figures.Count(part.Rows), part.MeanProbability.ToString("0.000", CultureInfo.InvariantCulture), LearnedWords.Interval(part.PositiveFraction),
        ]));
    }

    private static void AddTable(StringBuilder page, string[] titles, IEnumerable<string[]> rows)
    {
        page.Append("<table><tr>");
        foreach (var title in titles) page.Append(CultureInfo.InvariantCulture, $"<th>{Html(title)}");
        page.Append("</tr>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row) page.Append(CultureInfo.InvariantCulture, $"<td>{Html(cell, lines: true)}");
            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static string Html(string text, bool lines = false) =>
        WebUtility.HtmlEncode(lines ? string.Join('\n', text.Split('\n').Select(Printable.Of)) : Printable.Of(text));
}
