using System.Globalization;
using System.Net;
using System.Text;
using Google.Protobuf.Collections;
using SocialLeads.Cli.Evaluate;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>A trial's report as a web page that needs nothing but itself: no scripts, and nothing from elsewhere.</summary>
internal static class TrialPage
{
    private const int Reasons = 4;

    private const string Style =
        """
        :root { color-scheme: light dark; --up: #1a7f4b; --down: #b3341f; --same: #4a6fa5; --line: #8886; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem; }
        h3 { font-size: 1rem; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 1rem 0; }
        dl div { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; }
        dt { font-size: .8rem; opacity: .75; } dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        .figure { white-space: nowrap; } .name, .why { overflow-wrap: anywhere; min-width: 6rem; }
        @media (max-width: 40rem) { .figure { white-space: normal; } .bar { display: none; } }
        svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: currentColor; }
        .chart { overflow-x: auto; } .chart svg { min-width: 44rem; } .bar { width: 30%; } .bar svg { display: block; padding-top: .25rem; }
        .up { fill: var(--up); color: var(--up); } .down { fill: var(--down); color: var(--down); } .same { fill: var(--same); }
        section, .wide { overflow-x: auto; }
        """;

    public static string Of(TrialReport report)
    {
        var page = new StringBuilder();
        var title = Html(TrialWords.TitleOf(report));
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Trial: {title}</title>
            <style>{Style}</style>
            <h1>Trial: {title}</h1>
            <p>Both models scored the same members from the same counters, as of past days. A move is the difference of a member's two
            places, in percent of all members; who rises under the draft moves up.</p>

            """);
        foreach (var day in report.Days)
            AddDay(page, report, day);
        page.Append("<h2>Accuracy</h2>\n");
        if (TrialEvaluation.Of(report) is { } evaluation)
        {
            EvaluationPage.AddTo(page, evaluation);
        }
        else
        {
            foreach (var line in TrialWords.NoAccuracyOf(report.Accuracy))
                page.Append(CultureInfo.InvariantCulture, $"<p>{Html(Printable.Of(line))}</p>\n");
        }

        return page.Append("</html>\n").ToString();
    }

    private static void AddDay(StringBuilder page, TrialReport report, TrialDay day)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>As of {Html(day.AsOf)}</h2>\n<dl>");
        AddFigure(page, "members", Figures.Count(day.Members));
        AddFigure(page, $"top 5 % ({Figures.Count(day.TopPlaces)} places): stay", Figures.Count(day.Staying));
        AddFigure(page, "enter it", Figures.Count(day.Entering));
        AddFigure(page, "leave it", Figures.Count(day.Leaving));
        AddFigure(page, "Kendall's tau-b", day.HasKendallTauB ? Number(day.KendallTauB, "0.0000") : "none");
        AddFigure(page, "Spearman's rho", day.HasSpearman ? Number(day.Spearman, "0.0000") : "none");
        AddFigure(page, "mean move", $"{Number(day.MeanMove, "0.00")} %");
        AddFigure(page, "95 in 100 move at most", $"{Number(day.LargeMove, "0.00")} %");
        page.Append("</dl>\n");
        foreach (var line in TrialWords.EmptyPlacesOf(report, day))
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html(line)}.</p>\n");
        if (day.Members == 0)
            return;
        page.Append("<h3>How far members move</h3>\n");
        TrialCharts.AddMoves(page, day);
        page.Append("<h3>Who moves farthest, in the first quarter of either ranking</h3>\n");
        AddMovers(page, day);
        AddTop(page, "Enter the top", "up", day.BestEntering, day.Entering);
        AddTop(page, "Leave the top", "down", day.BestLeaving, day.Leaving);
    }

    private static void AddFigure(StringBuilder page, string what, string figure) =>
        page.Append(CultureInfo.InvariantCulture, $"<div><dt>{Html(what)}</dt><dd>{Html(figure)}</dd></div>");

    /// <summary>The farthest movers, each with a bar to the right for who rises and to the left for who falls, and what moved the member.</summary>
    private static void AddMovers(StringBuilder page, TrialDay day)
    {
        if (day.Movers.Count == 0)
        {
            page.Append("<p>Nobody moves.</p>\n");
            return;
        }

        var most = day.Movers.Max(move => Math.Abs(move.Move));
        page.Append("<section><table><tr><th>member<th>place<th>% of places<th class=\"bar\"><th>moved by</tr>\n");
        foreach (var move in day.Movers)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="name">{Html(Printable.Of(move.Member))}<td class="figure">{PlacesOf(move)}<td class="figure">{TrialWords.Move(move.Move)}<td class="bar">{TrialCharts.MoveBar(move, most)}<td class="why">{Html(TrialWords.WhyOf(move, Reasons))}</tr>

                """);
        }

        page.Append("</table></section>\n");
    }

    private static void AddTop(StringBuilder page, string title, string direction, RepeatedField<TrialMove> moves, long count)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section><h3 class=\"{direction}\">{title}</h3>\n");
        if (moves.Count == 0)
        {
            page.Append("<p>Nobody.</p></section>\n");
            return;
        }

        page.Append("<table><tr><th>member<th>place<th>score<th>moved by</tr>\n");
        foreach (var move in moves)
        {
            page.Append(CultureInfo.InvariantCulture, $"""
                <tr><td class="name">{Html(Printable.Of(move.Member))}<td class="figure">{PlacesOf(move)}<td class="figure">{move.AgainstScore:F1} → {move.Score:F1}<td class="why">{Html(TrialWords.WhyOf(move, Reasons))}</tr>

                """);
        }

        page.Append("</table>\n");
        if (count > moves.Count)
            page.Append(CultureInfo.InvariantCulture, $"<p>and {Figures.Count(count - moves.Count)} more</p>\n");
        page.Append("</section>\n");
    }

    private static string PlacesOf(TrialMove move) => string.Create(CultureInfo.InvariantCulture, $"{move.AgainstPlace:N0} → {move.Place:N0}");

    internal static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
