using System.Globalization;
using System.Security;
using System.Text;

namespace SocialLeads.Cli.Output;

/// <summary>A drawing as SVG. Lengths are in pixels from the top left.</summary>
internal sealed class SvgCanvas
{
    public const string Ink = "#1f2937";
    public const string Muted = "#6b7280";
    public const string Grid = "#e5e7eb";
    public const string Blue = "#1f5fa8";

    private readonly StringBuilder _svg = new();

    public SvgCanvas(int width, int height)
    {
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"11\" fill=\"{Ink}\">");
        Add($"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
    }

    /// <param name="x">Where the text is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any text; it is made harmless.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="fill">The colour.</param>
    /// <param name="bold">Whether it is a title.</param>
    /// <param name="turned">Whether it runs upwards.</param>
    public void Text(double x, double y, string text, string anchor = "start", string fill = Ink, bool bold = false, bool turned = false)
    {
        var weight = bold ? " font-weight=\"600\" font-size=\"13\"" : "";
        var turn = turned ? string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate(-90 {x:F1} {y:F1})\"") : "";
        Add($"<text x=\"{x:F1}\" y=\"{y:F1}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{weight}{turn}>{SecurityElement.Escape(Printable.Of(text))}</text>");
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke = Grid, double width = 1, string dashes = "none") =>
        Add($"<line x1=\"{x1:F1}\" y1=\"{y1:F1}\" x2=\"{x2:F1}\" y2=\"{y2:F1}\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\" stroke-dasharray=\"{dashes}\"/>");

    public void Dot(double x, double y, string fill, double radius = 3) => Add($"<circle cx=\"{x:F1}\" cy=\"{y:F1}\" r=\"{radius:0.##}\" fill=\"{fill}\"/>");

    public void Box(double x, double y, double width, double height, string fill) =>
        Add($"<rect x=\"{x:F1}\" y=\"{y:F1}\" width=\"{width:F1}\" height=\"{height:F1}\" fill=\"{fill}\"/>");

    public void Path(IEnumerable<(double X, double Y)> points, string stroke, double width = 1.75, string dashes = "none")
    {
        var text = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:F1},{point.Y:F1}")));
        Add($"<polyline points=\"{text}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\" stroke-linejoin=\"round\" stroke-dasharray=\"{dashes}\"/>");
    }

    public string Close()
    {
        Add($"</svg>");
        return _svg.ToString();
    }

    private void Add(FormattableString line) => _svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
