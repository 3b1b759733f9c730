using System.Globalization;
using Google.Protobuf.Collections;
using SocialLeads.Scoring.Models;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned, for people at a terminal.</summary>
internal static class LearnedText
{
    private const int BarWidth = 32;

    public static void Write(IAnsiConsole console, LearnReport report, string file)
    {
        console.WriteLine(LearnedWords.LearnedOf(report));
        if (ModelDocument.Parse(report.Document).Model is { } model)
            console.Write(SignalTable(model));
        if (report.HeldOut is { } heldOut)
        {
            console.WriteLine(LearnedWords.HeldOutOf(heldOut));
            console.Write(FigureTable(report, heldOut));
            console.WriteLine("Reliability of the learned model: what was said, and what happened");
            console.Write(ReliabilityTable(heldOut.Learned.Reliability));
            console.WriteLine(Printable.Of($"Reliability of {LearnedWords.From(report)}, calibrated to the older outcomes"));
            console.Write(ReliabilityTable(heldOut.From.Reliability));
        }

        foreach (var warning in report.Warnings)
            console.Write(new Text($"Warning: {Printable.Of(warning.Text)}\n", new Style(Color.Yellow)));
        console.WriteLine(Printable.Of($"{file}: written, and stored nowhere. Next: models try {file}; models create {file} --author … --reason …"));
    }

    private static Table SignalTable(ScoringModel model)
    {
        var points = model.Signals.SelectMany(signal => signal.Steps!.Steps).Select(step => step.PointsThousandths / 1000.0).Append(0).ToArray();
        var (least, greatest) = (points.Min(), points.Max());
        var table = NewTable("signal", "steps", "log-odds").AddColumn(new TableColumn("").NoWrap());
        table.AddRow(Cell("what everybody begins with"), Cell(""), Cell(Log(model.Intercept.ToDouble())), Cell(""));
        foreach (var signal in model.Signals)
        {
            // The farthest from 0 stands for the shape.
            var farthest = signal.Steps!.Steps.MaxBy(step => Math.Abs(step.PointsThousandths)).PointsThousandths / 1000.0;
            table.AddRow(
                Cell(signal.Title), Cell(Figures.Count(signal.Steps.Steps.Length)), Cell(Log(farthest)),
                new Text(Bar.Signed(farthest, least, greatest, BarWidth), new Style(farthest < 0 ? Color.Red : Color.Green)));
        }

        return table;
    }

    private static Table FigureTable(LearnReport report, HeldOutReport heldOut)
    {
        var table = NewTable("", report.Model, LearnedWords.From(report), "difference");
        foreach (var row in LearnedWords.FiguresOf(heldOut)) table.AddRow([.. row.Select(Cell)]);
        return table;
    }

    private static Table ReliabilityTable(RepeatedField<ReliabilityPoint> parts)
    {
        var table = NewTable("members", "said", "happened").AddColumn(new TableColumn("").NoWrap());
        foreach (var part in parts)
        {
            table.AddRow(
                Cell(Figures.Count(part.Rows)), Cell(part.MeanProbability.ToString("0.000", CultureInfo.InvariantCulture)),
                Cell(LearnedWords.Interval(part.PositiveFraction)), new Text(Bar.Of(part.PositiveFraction.Value, BarWidth)));
        }

        return table;
    }

    private static Table NewTable(string first, params string[] others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(Cell(first)));
        foreach (var title in others) table.AddColumn(new TableColumn(Cell(title)).RightAligned().NoWrap());
        return table;
    }

    private static string Log(double logOdds) => logOdds.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static Text Cell(string text) => new(string.Join('\n', text.Split('\n').Select(Printable.Of)));
}
