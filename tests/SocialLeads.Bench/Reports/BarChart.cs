using System.Globalization;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Reports;

/// <summary>Draws a figure and its rival as bars from 0, with the spread of the runs as a line on each.</summary>
internal static class BarChart
{
    private const double Width = 640;
    private const double Left = 8;

    public static string Of(Result result)
    {
        var most = Math.Max(result.Figure!.Most, result.Rival!.Most);
        var scale = most == 0 ? 0 : Width / most;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <figure><figcaption>{HtmlReport.Escape(result.Name)}, {HtmlReport.Escape(result.Unit)}</figcaption>
            <svg viewBox="0 0 900 92" width="900" role="img" aria-label="{HtmlReport.Escape(result.Name)}">
            {Bar("SocialLeads", result.Figure, 14, scale, "#2563eb")}
            {Bar(result.RivalName, result.Rival, 58, scale, "#9ca3af")}
            </svg></figure>
            """);
    }

    private static string Bar(string name, Sample sample, double top, double scale, string colour) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <text x="{Left}" y="{top}" font-size="12">{HtmlReport.Escape(name)}</text>
        <rect x="{Left}" y="{top + 4:0.#}" width="{sample.Median * scale:0.#}" height="16" fill="{colour}"/>
        <line x1="{Left + sample.Least * scale:0.#}" x2="{Left + sample.Most * scale:0.#}" y1="{top + 12:0.#}" y2="{top + 12:0.#}" stroke="#111"/>
        <text x="{Left + sample.Most * scale + 6:0.#}" y="{top + 17:0.#}" font-size="12">{Text.Figure(sample.Median)}</text>
        """);
}
