using System.Globalization;
using SocialLeads.Cli.Learn;
using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Learning;
using Spectre.Console;
using TableColumn = Spectre.Console.TableColumn;

namespace SocialLeads.Cli.Output;

/// <summary>What was learned, for people.</summary>
internal static class LearnText
{
    private const int BarWidth = 32;
    private const int ShapesShown = 3;
    private const int PartsShown = 20;

    public static void Write(IAnsiConsole console, LearnReport report)
    {
        var outcomes = report.Outcomes;
        console.WriteLine(Printable.Of(
            $"{report.Table}: {Figures.Count(outcomes.Count)} rows, {Figures.Count(outcomes.Positives)} positive; "
            + $"learned in {report.Elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s"));
        console.WriteLine($"Out of {report.Folds} folds, with 95 % intervals:");
        console.Write(FigureTable(report));
        console.WriteLine("Reliability: what was said, and what happened");
        console.Write(ReliabilityTable(outcomes));
        console.WriteLine("Parts by importance: the mean of what they add or take, in log-odds");
        console.Write(PartTable(report.Model));
        foreach (var part in report.Model.Parts.OfType<ShapePart>().Take(ShapesShown))
        {
            console.WriteLine(Printable.Of($"{part.Name}, in log-odds"));
            console.Write(ShapeTable(part));
        }
    }

    private static Table FigureTable(LearnReport report)
    {
        var table = NewTable("figure", "value", "from", "to");
        for (var i = 0; i < Figure.All.Count; i++)
        {
            table.AddRow(
                Cell(Figure.All[i].Title), Cell(report.Figures[i]), Cell(report.Intervals[i].Low), Cell(report.Intervals[i].High));
        }

        return table;
    }

    private static Table ReliabilityTable(ScoredOutcomes outcomes)
    {
        var table = NewTable("rows", "said", "happened", "");
        foreach (var bin in Probabilities.Reliability(outcomes, Probabilities.CalibrationBins))
        {
            table.AddRow(
                Cell(Figures.Count(bin.Rows)), Cell(bin.MeanProbability), Cell(bin.PositiveFraction),
                new Text(Bar.Of(bin.PositiveFraction, BarWidth)));
        }

        return table;
    }

    private static Table PartTable(LearnedModel model)
    {
        var table = NewTable("part", "importance", "");
        var greatest = model.Parts.Select(part => part.Importance).DefaultIfEmpty(1).Max();
        foreach (var part in model.Parts.Take(PartsShown))
            table.AddRow(Cell(part.Name), Cell(part.Importance), new Text(Bar.Of(part.Importance / greatest, BarWidth)));
        if (model.Parts.Count > PartsShown)
            table.AddRow(Cell($"and {model.Parts.Count - PartsShown} smaller ones"), Cell(""), Cell(""));
        return table;
    }

    private static Table ShapeTable(ShapePart part)
    {
        var (least, greatest) = (Math.Min(0, part.LogOdds.Min()), Math.Max(0, part.LogOdds.Max()));
        var table = NewTable("values", "rows", "log-odds", "");
        for (var bin = 0; bin < part.Rows.Count; bin++)
        {
            if (part.Rows[bin] == 0) continue;
            table.AddRow(
                Cell(string.Join("", part.Describe(bin))), Cell(Figures.Count(part.Rows[bin])),
                Cell(part.LogOdds[bin].ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture)),
                new Text(
                    Bar.Signed(part.LogOdds[bin], least, greatest, BarWidth),
                    new Style(part.LogOdds[bin] < 0 ? Color.Red : Color.Green)));
        }

        return table;
    }

    private static Table NewTable(string first, params string[] others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(first));
        foreach (var title in others)
        {
            var column = new TableColumn(title).NoWrap();
            table.AddColumn(title.Length > 0 ? column.RightAligned() : column);
        }

        return table;
    }

    private static Text Cell(double value) => new(value.ToString("F4", CultureInfo.InvariantCulture));

    private static Text Cell(string text) => new(Printable.Of(text));
}
