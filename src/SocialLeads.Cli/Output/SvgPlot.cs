using System.Globalization;

namespace SocialLeads.Cli.Output;

/// <summary>A plot with axes on a drawing: values become places.</summary>
/// <param name="canvas">The drawing.</param>
/// <param name="left">Of the plot itself, without the labels.</param>
/// <param name="top">Of the plot itself, without the title.</param>
/// <param name="width">Of the plot itself.</param>
/// <param name="height">Of the plot itself.</param>
/// <param name="x">The least and greatest value across.</param>
/// <param name="y">The least and greatest value upwards.</param>
internal sealed class SvgPlot(
    SvgCanvas canvas, double left, double top, double width, double height, (double Least, double Greatest) x, (double Least, double Greatest) y)
{
    private const double MostTicks = 6;

    public double X(double value) => left + Part(value, x) * width;

    public double Y(double value) => top + (1 - Part(value, y)) * height;

    public void Title(string title, string across, string upwards = "")
    {
        canvas.Text(left, top - 14, title, bold: true);
        canvas.Text(left + width / 2, top + height + 34, across, "middle", SvgCanvas.Muted);
        if (upwards.Length > 0) canvas.Text(left - 48, top + height / 2, upwards, "middle", SvgCanvas.Muted, turned: true);
    }

    /// <summary>Marks round values across, each with a line upwards.</summary>
    public void TicksAcross(Func<double, string> text)
    {
        foreach (var value in Ticks(x))
        {
            canvas.Line(X(value), top, X(value), top + height);
            canvas.Text(X(value), top + height + 16, text(value), "middle", SvgCanvas.Muted);
        }
    }

    /// <summary>Marks round values upwards, each with a line across.</summary>
    public void TicksUpwards(Func<double, string> text)
    {
        foreach (var value in Ticks(y))
        {
            canvas.Line(left, Y(value), left + width, Y(value));
            canvas.Text(left - 6, Y(value) + 4, text(value), "end", SvgCanvas.Muted);
        }
    }

    public static string Percent(double value) => (value * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Values a round step apart: one, two or five times a power of ten.</summary>
    private static IEnumerable<double> Ticks((double Least, double Greatest) range)
    {
        var span = range.Greatest - range.Least;
        if (!(span > 0)) return [range.Least];
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / MostTicks)));
        var step = power * Array.Find([1, 2, 5, 10], times => span / (times * power) <= MostTicks);
        var (first, last) = ((int)Math.Ceiling(range.Least / step - 1e-9), (int)Math.Floor(range.Greatest / step + 1e-9));
        return Enumerable.Range(first, last - first + 1).Select(times => times * step);
    }

    private static double Part(double value, (double Least, double Greatest) range) =>
        range.Greatest > range.Least ? (Math.Clamp(value, range.Least, range.Greatest) - range.Least) / (range.Greatest - range.Least) : 0.5;
}
