using SocialLeads.Cli.Evaluate;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Output;

/// <summary>Who is found at the top, with intervals, the curve of gains, and reliability, side by side as SVG.</summary>
internal sealed class EvaluationChart
{
    private const int PerLine = 3;
    private const int LegendLine = 18;
    private const int Plot = 190;
    private const int Panel = 320;
    private const int Left = 68;
    private const int Width = Panel - 94;
    private const double Shown = 0.2;
    private const string Found = "of those who are looked for";
    private static readonly string[] _colours = [SvgCanvas.Blue, "#d9730d", "#2a8c55", "#a23b72", "#7a6a4f", "#0d8f9c", "#8a63d2"];

    private readonly EvaluationReport _report;
    private readonly SvgCanvas _canvas;
    private readonly int _top;

    private EvaluationChart(EvaluationReport report)
    {
        _report = report;
        var legend = (report.Rankings.Count + PerLine - 1) / PerLine * LegendLine;
        _canvas = new SvgCanvas(3 * Panel, legend + Plot + 100);
        _top = legend + 48;
    }

    public static string Draw(EvaluationReport report)
    {
        var chart = new EvaluationChart(report);
        chart.DrawLegend();
        chart.DrawFound();
        chart.DrawGains();
        chart.DrawReliability();
        return chart._canvas.Close();
    }

    private void DrawLegend()
    {
        for (var i = 0; i < _report.Rankings.Count; i++)
        {
            var (left, at) = (Left + i % PerLine * Panel, LegendLine + i / PerLine * LegendLine);
            _canvas.Line(left, at - 4, left + 20, at - 4, Colour(i), 2.5, Dashes(_report.Rankings[i]));
            _canvas.Dot(left + 10, at - 4, Colour(i), 3.5);
            _canvas.Text(left + 28, at, _report.Rankings[i].Name);
        }
    }

    private void DrawFound()
    {
        var plot = new SvgPlot(_canvas, Left, _top, Width, Plot, (-0.5, Figure.Shares.Count - 0.5), (0, 1));
        plot.TicksUpwards(SvgPlot.Percent);
        plot.Title("Found, with 95 % intervals", "of the members, from the top", Found);
        for (var place = 0; place < Figure.Shares.Count; place++)
        {
            var share = Figure.Shares[place];
            _canvas.Text(plot.X(place), _top + Plot + 16, $"{share} %", "middle", SvgCanvas.Muted);
            _canvas.Line(plot.X(place - 0.5), plot.Y(share / 100.0), plot.X(place + 0.5), plot.Y(share / 100.0), SvgCanvas.Muted, 1, "3 3");
            for (var i = 0; i < _report.Rankings.Count; i++)
            {
                var recall = _report.Rankings[i].Figures[$"recallAt{share}Percent"];
                var x = plot.X(place + 0.75 * ((i + 0.5) / _report.Rankings.Count - 0.5));
                _canvas.Line(x, plot.Y(recall.Interval.Low), x, plot.Y(recall.Interval.High), Colour(i), 1.5);
                _canvas.Dot(x, plot.Y(recall.Value), Colour(i), 3.5);
            }
        }
    }

    private void DrawGains()
    {
        var plot = new SvgPlot(_canvas, Panel + Left, _top, Width, Plot, (0, Shown), (0, 1));
        plot.TicksAcross(SvgPlot.Percent);
        plot.TicksUpwards(SvgPlot.Percent);
        plot.Title("Gains: who is found, how soon", "of the members, from the top", Found);
        _canvas.Path([(plot.X(0), plot.Y(0)), (plot.X(Shown), plot.Y(Shown))], SvgCanvas.Muted, 1, "3 3");
        for (var i = _report.Rankings.Count - 1; i >= 0; i--)
        {
            var gains = _report.Rankings[i].Gains.Where(gain => gain.Share <= Shown).Prepend(new Gain(0, 0));
            _canvas.Path(gains.Select(gain => (plot.X(gain.Share), plot.Y(gain.Recall))), Colour(i), dashes: Dashes(_report.Rankings[i]));
        }
    }

    private void DrawReliability()
    {
        var curves = _report.Rankings.Select((ranking, i) => (ranking.Reliability, Ranking: ranking, I: i))
            .Where(curve => curve.Reliability.Count > 0 && curve.Ranking.IsModel).ToArray();
        var greatest = curves.SelectMany(curve => curve.Reliability)
            .Select(point => Math.Max(point.MeanProbability, point.PositiveFraction.Interval.High)).DefaultIfEmpty(1).Max();
        var plot = new SvgPlot(_canvas, 2 * Panel + Left, _top, Width, Plot, (0, greatest), (0, greatest));
        plot.TicksAcross(SvgPlot.Percent);
        plot.TicksUpwards(SvgPlot.Percent);
        plot.Title("Reliability, calibrated", "probability that was said", "what happened");
        _canvas.Path([(plot.X(0), plot.Y(0)), (plot.X(greatest), plot.Y(greatest))], SvgCanvas.Muted, 1, "3 3");
        foreach (var (points, ranking, i) in curves) DrawCurve(plot, points, Colour(i), Dashes(ranking));
        if (curves.Length == 0) _canvas.Text(plot.X(0) + 8, plot.Y(0) - 8, "too few outcomes to say", fill: SvgCanvas.Muted);
    }

    private void DrawCurve(SvgPlot plot, IReadOnlyList<ReliabilityPoint> points, string colour, string dashes)
    {
        foreach (var point in points)
        {
            var x = plot.X(point.MeanProbability);
            _canvas.Line(x, plot.Y(point.PositiveFraction.Interval.Low), x, plot.Y(point.PositiveFraction.Interval.High), colour);
            _canvas.Dot(x, plot.Y(point.PositiveFraction.Value), colour);
        }

        _canvas.Path(points.Select(point => (plot.X(point.MeanProbability), plot.Y(point.PositiveFraction.Value))), colour, dashes: dashes);
    }

    private static string Colour(int ranking) => _colours[ranking % _colours.Length];

    /// <summary>What models are compared with is dashed.</summary>
    private static string Dashes(EvaluatedRanking ranking) => ranking.IsModel ? "none" : "5 3";
}
