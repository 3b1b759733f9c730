using Google.Protobuf.Collections;
using SocialLeads.Scoring.Models;
using SocialLeads.V1;
using Signal = SocialLeads.Scoring.Models.Signal;

namespace SocialLeads.Cli.Output;

/// <summary>The reliability of a learned model beside the other's, and its strongest shapes, side by side as SVG.</summary>
internal static class LearnedChart
{
    private const int Panel = 320;
    private const int Height = 316;
    private const int Left = 68;
    private const int Top = 56;
    private const int Width = Panel - 94;
    private const int Plot = 200;
    private const int Shapes = 2;
    private const string Other = "#d9730d";

    public static string Draw(LearnReport report)
    {
        var signals = ModelDocument.Parse(report.Document).Model?.Signals ?? [];
        var shapes = signals.OrderByDescending(signal => signal.Cap.Thousandths).Take(Shapes).ToArray();
        var canvas = new SvgCanvas((shapes.Length + 1) * Panel, Height);
        DrawReliability(canvas, report);
        for (var i = 0; i < shapes.Length; i++) DrawShape(canvas, shapes[i], (i + 1) * Panel + Left);
        return canvas.Close();
    }

    private static void DrawReliability(SvgCanvas canvas, LearnReport report)
    {
        var plot = new SvgPlot(canvas, Left, Top, Width, Plot, (0, 1), (0, 1));
        plot.TicksAcross(SvgPlot.Percent);
        plot.TicksUpwards(SvgPlot.Percent);
        plot.Title("Reliability on the newest fifth", "probability that was said", "what happened");
        canvas.Line(plot.X(0), plot.Y(0), plot.X(1), plot.Y(1), SvgCanvas.Muted, 1, "3 3");
        if (report.HeldOut is not { } heldOut)
        {
            canvas.Text(plot.X(0) + 8, plot.Y(0) - 8, "not judged", fill: SvgCanvas.Muted);
            return;
        }

        DrawCurve(canvas, plot, heldOut.From.Reliability, Other, 2);
        DrawCurve(canvas, plot, heldOut.Learned.Reliability, SvgCanvas.Blue, -2);
        canvas.Dot(Left + 4, 15, SvgCanvas.Blue);
        canvas.Text(Left + 12, 19, report.Model);
        canvas.Dot(Left + Width / 2.0, 15, Other);
        canvas.Text(Left + Width / 2.0 + 8, 19, $"{report.FromModel}, calibrated");
    }

    /// <summary>A little to the side, so that intervals of the two models do not hide each other.</summary>
    private static void DrawCurve(SvgCanvas canvas, SvgPlot plot, RepeatedField<ReliabilityPoint> parts, string colour, double aside)
    {
        canvas.Path(parts.Select(part => (plot.X(part.MeanProbability), plot.Y(part.PositiveFraction.Value))), colour);
        foreach (var part in parts)
        {
            var x = plot.X(part.MeanProbability);
            canvas.Line(x + aside, plot.Y(part.PositiveFraction.Low), x + aside, plot.Y(part.PositiveFraction.High), colour);
            canvas.Dot(x, plot.Y(part.PositiveFraction.Value), colour);
        }
    }

    private static void DrawShape(SvgCanvas canvas, Signal signal, int left)
    {
        var steps = signal.Steps!.Steps;
        var points = steps.Select(step => step.PointsThousandths / 1000.0).Prepend(0).ToArray();
        var from = steps.Select(step => step.FromThousandths / 1000.0).ToArray();
        // The last step has no end, nor has one that begins with the least number there is a beginning: a tenth of the width is drawn.
        var isOpen = steps[0].FromThousandths == -ModelBounds.MaxStepFromThousandths;
        var (least, greatest) = (Math.Min(0, isOpen && from.Length > 1 ? from[1] : from[0]), Math.Max(0, from[^1]));
        var beyond = Math.Max(0.1 * (greatest - least), 0.001);
        if (isOpen) from[0] = least - beyond;
        var (first, end) = (isOpen ? from[0] : least, greatest + beyond);
        var plot = new SvgPlot(canvas, left, Top, Width, Plot, (first, end), (points.Min(), points.Max()));
        plot.TicksAcross(SvgPlot.Number);
        plot.TicksUpwards(SvgPlot.Number);
        plot.Title(signal.Title, $"{signal.Id}, as measured", "log-odds it adds");
        canvas.Line(plot.X(first), plot.Y(0), plot.X(end), plot.Y(0), SvgCanvas.Muted);
        double[] edges = [first, .. from, end];
        canvas.Path(points.SelectMany((value, i) => new[] { (plot.X(edges[i]), plot.Y(value)), (plot.X(edges[i + 1]), plot.Y(value)) }), SvgCanvas.Blue);
    }
}
