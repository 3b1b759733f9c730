using System.Globalization;
using System.Security;
using System.Text;
using SocialLeads.Cli.Learn;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Output;

/// <summary>The reliability curve and the two strongest shapes side by side, as SVG.</summary>
internal static class LearnChart
{
    private const int Panel = 260;
    private const int Plot = 200;
    private const int Left = 44;
    private const int Top = 34;
    private const int Shapes = 2;
    private const string Ink = "#1f5fa8";
    private const string Faint = "#bbbbbb";

    public static string Draw(LearnReport report)
    {
        var shapes = report.Model.Parts.OfType<ShapePart>().Take(Shapes).ToArray();
        var svg = new StringBuilder();
        var width = (shapes.Length + 1) * Panel;
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{Panel + 10}\" viewBox=\"0 0 {width} {Panel + 10}\" font-family=\"sans-serif\" font-size=\"10\">");
        Add(svg, $"<rect width=\"{width}\" height=\"{Panel + 10}\" fill=\"#ffffff\"/>");
        DrawReliability(svg, Probabilities.Reliability(report.Outcomes, Probabilities.CalibrationBins));
        for (var i = 0; i < shapes.Length; i++) DrawShape(svg, shapes[i], (i + 1) * Panel);
        Add(svg, $"</svg>");
        return svg.ToString();
    }

    private static void DrawReliability(StringBuilder svg, IReadOnlyList<ReliabilityBin> curve)
    {
        Frame(svg, 0, "said (across), happened (up)", "0", "1", "0", "1");
        Add(svg, $"<line x1=\"{Left}\" y1=\"{Top + Plot}\" x2=\"{Left + Plot}\" y2=\"{Top}\" stroke=\"{Faint}\"/>");
        var points = curve.Select(bin => (X: Left + bin.MeanProbability * Plot, Y: Top + (1 - bin.PositiveFraction) * Plot)).ToArray();
        Line(svg, points);
        foreach (var (x, y) in points) Add(svg, $"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"2.5\" fill=\"{Ink}\"/>");
    }

    private static void DrawShape(StringBuilder svg, ShapePart part, int at)
    {
        var bins = Enumerable.Range(0, part.Rows.Count).Where(bin => part.Rows[bin] > 0).ToArray();
        var (least, greatest) = (bins.Min(bin => part.LogOdds[bin]), bins.Max(bin => part.LogOdds[bin]));
        var span = greatest - least;
        double X(int i) => at + Left + (double)i / bins.Length * Plot;
        double Y(double value) => Top + (greatest - value) / span * Plot;
        Frame(
            svg, at, $"{part.Name}, log-odds by step", string.Join("", part.Describe(bins[0])), string.Join("", part.Describe(bins[^1])),
            least.ToString("F2", CultureInfo.InvariantCulture), greatest.ToString("F2", CultureInfo.InvariantCulture));
        if (least < 0 && greatest > 0)
            Add(svg, $"<line x1=\"{at + Left}\" y1=\"{Y(0):F1}\" x2=\"{at + Left + Plot}\" y2=\"{Y(0):F1}\" stroke=\"{Faint}\"/>");
        Line(svg, [.. bins.SelectMany((bin, i) => new[] { (X(i), Y(part.LogOdds[bin])), (X(i + 1), Y(part.LogOdds[bin])) })]);
    }

    private static void Frame(StringBuilder svg, int at, string title, string first, string last, string bottom, string top)
    {
        Add(svg, $"<rect x=\"{at + Left}\" y=\"{Top}\" width=\"{Plot}\" height=\"{Plot}\" fill=\"none\" stroke=\"{Faint}\"/>");
        Label(svg, at + Left, Top - 12, "start", title);
        Label(svg, at + Left, Top + Plot + 14, "start", first);
        Label(svg, at + Left + Plot, Top + Plot + 14, "end", last);
        Label(svg, at + Left - 4, Top + Plot, "end", bottom);
        Label(svg, at + Left - 4, Top + 8, "end", top);
    }

    private static void Label(StringBuilder svg, int x, int y, string anchor, string text) =>
        Add(svg, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{SecurityElement.Escape(Printable.Of(text))}</text>");

    private static void Line(StringBuilder svg, IEnumerable<(double X, double Y)> points)
    {
        var path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")));
        Add(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.5\"/>");
    }

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
