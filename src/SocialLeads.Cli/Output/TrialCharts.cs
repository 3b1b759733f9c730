using System.Globalization;
using System.Text;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>The charts of a trial's page, as SVG within it.</summary>
internal static class TrialCharts
{
    private const int Width = 900;
    private const int Label = 150;
    private const int Row = 22;
    private const int Thick = 16;

    /// <summary>All members by their moves: a bar for each range.</summary>
    public static void AddMoves(StringBuilder page, TrialDay day)
    {
        var most = Math.Max(1, day.Moves.Max(bin => bin.Members));
        Open(page, day.Moves.Count, "Members by how far they move");
        for (var at = 0; at < day.Moves.Count; at++)
        {
            var bin = day.Moves[at];
            var length = (Width - Label - 90) * (double)bin.Members / most;
            AddText(page, Label - 8, at, "end", TrialWords.RangeOf(bin));
            AddBar(page, Label, at, length, ClassOf(bin.Low + bin.High));
            AddText(page, Label + length + 6, at, "start", Figures.Count(bin.Members));
        }

        page.Append("</svg>\n");
    }

    /// <summary>The farthest movers: a bar to the right for who rises, to the left for who falls.</summary>
    public static void AddMovers(StringBuilder page, TrialDay day)
    {
        if (day.Movers.Count == 0)
        {
            page.Append("<p>Nobody moves.</p>\n");
            return;
        }

        const int half = (Width - Label - 140) / 2;
        const int axis = Label + 70 + half;
        var most = day.Movers.Max(move => Math.Abs(move.Move));
        Open(page, day.Movers.Count, "The members who move farthest");
        for (var at = 0; at < day.Movers.Count; at++)
        {
            var move = day.Movers[at];
            var length = half * Math.Abs(move.Move) / most;
            var rises = move.Move >= 0;
            AddText(page, Label - 8, at, "end", Cut(Printable.Of(move.Member)));
            AddBar(page, rises ? axis : axis - length, at, length, ClassOf(move.Move), TrialWords.WhyOf(move, most: 8));
            AddText(page, rises ? axis + length + 6 : axis - length - 6, at, rises ? "start" : "end", $"{TrialWords.Move(move.Move)} %");
        }

        page.Append("</svg>\n");
    }

    private static void Open(StringBuilder page, int rows, string title) => page.Append(
        CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {rows * Row + 4}\" role=\"img\" aria-label=\"{title}\">\n");

    private static void AddText(StringBuilder page, double x, int row, string anchor, string text) => page.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{row * Row + 14}\" text-anchor=\"{anchor}\">{TrialPage.Html(text)}</text>");

    private static void AddBar(StringBuilder page, double x, int row, double length, string direction, string why = "") => page.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.#}\" y=\"{row * Row + 2}\" width=\"{length:0.#}\" height=\"{Thick}\" rx=\"2\" class=\"{direction}\"><title>{TrialPage.Html(why)}</title></rect>\n");

    private static string ClassOf(double direction) => direction switch { > 0 => "up", < 0 => "down", _ => "same" };

    private static string Cut(string text) => text.Length <= 20 ? text : $"{text.AsSpan(0, 19)}…";
}
