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
    private const int BarHalf = 150;

    /// <summary>All members by their moves: a bar for each range.</summary>
    public static void AddMoves(StringBuilder page, TrialDay day)
    {
        var most = Math.Max(1, day.Moves.Max(bin => bin.Members));
        page.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"chart\"><svg viewBox=\"0 0 {Width} {day.Moves.Count * Row + 4}\" role=\"img\" aria-label=\"Members by how far they move\">\n");
        for (var at = 0; at < day.Moves.Count; at++)
        {
            var bin = day.Moves[at];
            var length = (Width - Label - 90) * (double)bin.Members / most;
            AddText(page, Label - 8, at, "end", TrialWords.RangeOf(bin));
            AddBar(page, Label, at, length, ClassOf(bin.Low + bin.High));
            AddText(page, Label + length + 6, at, "start", Figures.Count(bin.Members));
        }

        page.Append("</svg></div>\n");
    }

    /// <summary>A bar to the right of its middle for who rises, to the left for who falls.</summary>
    public static string MoveBar(TrialMove move, double most)
    {
        var length = most > 0 ? BarHalf * Math.Abs(move.Move) / most : 0;
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {2 * BarHalf} {Thick}\" aria-hidden=\"true\"><rect x=\"{(move.Move < 0 ? BarHalf - length : BarHalf):0.#}\" y=\"0\" width=\"{length:0.#}\" height=\"{Thick}\" rx=\"2\" class=\"{ClassOf(move.Move)}\"/></svg>");
    }

    private static void AddText(StringBuilder page, double x, int row, string anchor, string text) => page.Append(
        CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{row * Row + 14}\" text-anchor=\"{anchor}\">{TrialPage.Html(text)}</text>");

    private static void AddBar(StringBuilder page, double x, int row, double length, string direction) => page.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{x:0.#}\" y=\"{row * Row + 2}\" width=\"{length:0.#}\" height=\"{Thick}\" rx=\"2\" class=\"{direction}\"/>\n");

    private static string ClassOf(double direction) => direction switch { > 0 => "up", < 0 => "down", _ => "same" };
}
