using System.Globalization;
using SocialLeads.Cli.Learn;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Output;

/// <summary>The reliability curve and the two strongest shapes side by side, as SVG.</summary>
internal static class LearnChart
{
    private const int Panel = 320;
    private const int Height = 296;
    private const int Left = 68;
    private const int Top = 36;
    private const int Width = Panel - 94;
    private const int Plot = 200;
    private const int Shapes = 2;

    /// <summary>Steps whose names find room side by side.</summary>
    private const int MostNamed = 14;

    /// <summary>Letters of a step's name that find room.</summary>
    private const int MostLetters = 12;

    public static string Draw(LearnReport report)
    {
        var shapes = report.Model.Parts.OfType<ShapePart>().Take(Shapes).ToArray();
        var canvas = new SvgCanvas((shapes.Length + 1) * Panel, Height);
        DrawReliability(canvas, Probabilities.Reliability(report.Outcomes, Probabilities.CalibrationBins));
        for (var i = 0; i < shapes.Length; i++) DrawShape(canvas, shapes[i], (i + 1) * Panel + Left);
        return canvas.Close();
    }

    private static void DrawReliability(SvgCanvas canvas, IReadOnlyList<ReliabilityBin> curve)
    {
        var plot = new SvgPlot(canvas, Left, Top, Width, Plot, (0, 1), (0, 1));
        plot.TicksAcross(SvgPlot.Percent);
        plot.TicksUpwards(SvgPlot.Percent);
        plot.Title("Reliability", "probability that was said", "what happened");
        canvas.Line(plot.X(0), plot.Y(0), plot.X(1), plot.Y(1), SvgCanvas.Muted, 1, "3 3");
        var points = curve.Select(bin => (X: plot.X(bin.MeanProbability), Y: plot.Y(bin.PositiveFraction))).ToArray();
        canvas.Path(points, SvgCanvas.Blue);
        foreach (var (x, y) in points) canvas.Dot(x, y, SvgCanvas.Blue);
    }

    private static void DrawShape(SvgCanvas canvas, ShapePart part, int left)
    {
        var bins = Enumerable.Range(0, part.Rows.Count).Where(bin => part.Rows[bin] > 0).ToArray();
        var isOrdered = part.Bins is NumberBins;
        // Categories have no order of their own: the strongest comes first.
        if (!isOrdered) bins = [.. bins.OrderByDescending(bin => part.LogOdds[bin])];
        var values = bins.Select(bin => part.LogOdds[bin]).ToArray();
        var plot = new SvgPlot(
            canvas, left, Top, Width, Plot, (0, bins.Length), (Math.Min(0, values.Min()), Math.Max(0, values.Max())));
        plot.TicksUpwards(SvgPlot.Number);
        plot.Title(part.Name, "", "log-odds it adds");
        for (var i = 0; i < bins.Length; i++)
        {
            var (from, to) = (plot.Y(Math.Max(0, values[i])), plot.Y(Math.Min(0, values[i])));
            var gap = isOrdered ? 0 : 2;
            canvas.Box(plot.X(i) + gap, from, plot.X(i + 1) - plot.X(i) - 2 * gap, to - from, isOrdered ? SvgCanvas.Grid : SvgCanvas.Blue);
        }

        canvas.Line(plot.X(0), plot.Y(0), plot.X(bins.Length), plot.Y(0), SvgCanvas.Muted);
        if (isOrdered) canvas.Path(values.SelectMany((value, i) => new[] { (plot.X(i), plot.Y(value)), (plot.X(i + 1), plot.Y(value)) }), SvgCanvas.Blue);
        NameSteps(canvas, plot, part, bins);
    }

    private static void NameSteps(SvgCanvas canvas, SvgPlot plot, ShapePart part, int[] bins)
    {
        const int below = Top + Plot + 10;
        if (part.Bins is NumberBins numbers)
        {
            foreach (var i in SomeOf(bins.Length))
                canvas.Text(plot.X(i + 0.5), below + 6, Start(numbers, bins[i]), "middle", SvgCanvas.Muted);
            canvas.Text(plot.X(bins.Length / 2.0), Top + Plot + 34, "values from …, step by step", "middle", SvgCanvas.Muted);
            return;
        }

        for (var i = 0; i < Math.Min(bins.Length, MostNamed); i++)
            canvas.Text(plot.X(i + 0.5) + 4, below, Short(string.Join("", part.Describe(bins[i]))), "end", SvgCanvas.Muted, turned: true);
    }

    /// <summary>Up to five steps, evenly apart.</summary>
    private static IEnumerable<int> SomeOf(int steps) => Enumerable.Range(0, 5).Select(part => part * (steps - 1) / 4).Distinct();

    /// <summary>Where a step of numbers begins.</summary>
    private static string Start(NumberBins bins, int bin) => bin switch
    {
        ColumnBins.Missing => "none",
        1 => "least",
        _ => bins.Cuts[bin - 2].ToString("0.###", CultureInfo.InvariantCulture),
    };

    private static string Short(string text) => text.Length <= MostLetters ? text : text[..(MostLetters - 1)] + "…";
}
