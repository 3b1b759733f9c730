using System.Net;
using System.Text;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Reports;

/// <summary>Writes a report as one page that needs nothing else.</summary>
internal static class HtmlReport
{
    private const string Head =
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>SocialLeads: the benchmark</title><style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 76em; margin: 2em auto; padding: 0 1em; color: #222; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .3em .6em; border-bottom: 1px solid #ddd; }
        td.number { text-align: right; white-space: nowrap; } .met { color: #1a7f37; } .not { color: #b42318; }
        figure { margin: 1.6em 0; } figcaption { font-weight: 600; } small { color: #666; }
        </style></head><body>
        """;

    public static string Of(Report report)
    {
        var (met, of) = report.Targets;
        var html = new StringBuilder(Head);
        html.AppendLine($"<h1>SocialLeads: the benchmark</h1><p>{met} of {of} targets met. {Escape(report.Machine)}.</p><p>{Escape(report.Method)}</p>");
        html.AppendLine("<table><tr><th>what<th>figure<th>unit<th>rival<th>its figure<th>ratio<th>target<th></tr>");
        foreach (var result in report.Results) AddLine(html, result);
        html.AppendLine("</table>");
        foreach (var result in report.Results.Where(one => one is { Figure: not null, Rival: not null })) html.AppendLine(BarChart.Of(result));
        return html.AppendLine("</body></html>").ToString();
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void AddLine(StringBuilder html, Result result)
    {
        var note = result.Note.Length == 0 ? "" : $"<br><small>{Escape(result.Note)}</small>";
        var met = result.Met switch { true => "met", false => "not", null => "" };
        html.AppendLine(
            $"<tr><td>{Escape(result.Name)}{note}<td class=\"number\">{Text.Spread(result.Figure)}<td>{Escape(result.Unit)}<td>{Escape(result.RivalName)}"
            + $"<td class=\"number\">{Text.Spread(result.Rival)}<td class=\"number\">{Text.Ratio(result)}<td>{result.Target}"
            + $"<td class=\"{met}\">{Text.Met(result)}</tr>");
    }
}
