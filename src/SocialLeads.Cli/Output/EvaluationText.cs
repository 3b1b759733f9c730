using System.Globalization;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Scoring.Accuracy;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>An evaluation for people.</summary>
internal static class EvaluationText
{
    private const int BarWidth = 32;
    private const int WhiskerWidth = 40;
    private const string Headline = "liftAt5Percent";

    /// <summary>Figures that are small where few are looked for: they are shown to four digits.</summary>
    private static readonly HashSet<string> _small = ["brier", "logLoss", "ece", "brierOfScore", "eceOfScore"];

    public static void Write(IAnsiConsole console, EvaluationReport report)
    {
        console.WriteLine(Printable.Of($"Does the score find people: {report.Question}"));
        console.Write(DayTable(report));
        var first = report.Rankings[0];
        console.WriteLine(Printable.Of(
            $"{first.Name} has {Percent(first.Figures["recallAt5Percent"])} of them in its top 5 %: "
            + $"{first.Figures[Headline].Value.ToString("F1", CultureInfo.InvariantCulture)} times as many as among members taken blindly."));
        console.WriteLine();
        foreach (var share in Figure.Shares)
        {
            console.WriteLine($"Lift at the top {share} %, and the fraction that is found there (recall)");
            console.Write(LiftTable(report, share));
        }

        console.WriteLine("Figures: means over the days, with 95 % intervals");
        console.Write(FigureTable(
            report, ("AUC", "auc"), ("average\nprecision", "averagePrecision"), ("precision\nat 1 %", "precisionAt1Percent"),
            ("precision\nat 5 %", "precisionAt5Percent"), ("precision\nat 10 %", "precisionAt10Percent")));
        console.WriteLine("Figures of probabilities: calibrated on other members, and as the score says itself");
        console.Write(FigureTable(
            report, ("Brier,\ncalibrated", "brier"), ("log loss,\ncalibrated", "logLoss"), ("calibration\nerror", "ece"),
            ("Brier of\nscore/100", "brierOfScore"), ("calibration error\nof score/100", "eceOfScore")));
        foreach (var group in report.Differences.GroupBy(difference => difference.First, StringComparer.Ordinal))
        {
            console.WriteLine(Printable.Of(
                $"By how much {group.Key} is better, over the same members; an interval without 0 is more than chance"));
            console.Write(DifferenceTable(group));
        }

        foreach (var ranking in report.Rankings.Where(ranking => ranking.IsModel && ranking.Reliability.Count > 0))
        {
            console.WriteLine(Printable.Of($"{ranking.Name}: calibrated probability, and what happened"));
            console.Write(ReliabilityTable(ranking));
        }

        foreach (var note in report.Notes) console.WriteLine(Printable.Of($"Note: {note}"));
    }

    private static Table DayTable(EvaluationReport report)
    {
        var table = NewTable("as of", "members", "of whom positive", "left out: positive before", "positive, but not there yet");
        foreach (var day in report.Days)
        {
            table.AddRow(
                Cell(day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Cell(Figures.Count(day.Members)),
                Cell(Figures.Count(day.Positives)), Cell(Figures.Count(day.LeftOut)), Cell(Figures.Count(day.NotSeen)));
        }

        return table;
    }

    private static Table LiftTable(EvaluationReport report, int share)
    {
        var id = $"liftAt{share}Percent";
        var greatest = report.Rankings.Max(ranking => ranking.Figures[id].Interval.High);
        var table = NewTable("ranking", "lift", "from", "to", "recall").AddColumn(new TableColumn("").NoWrap());
        foreach (var ranking in report.Rankings)
        {
            var lift = ranking.Figures[id];
            table.AddRow(
                Cell(ranking.Name), Cell(Short(lift.Value)), Cell(Short(lift.Interval.Low)), Cell(Short(lift.Interval.High)),
                Cell(Percent(ranking.Figures[$"recallAt{share}Percent"])),
                new Text(
                    Whisker.Of(lift.Interval.Low, lift.Value, lift.Interval.High, Math.Max(1, greatest), WhiskerWidth),
                    new Style(ranking.IsModel ? Color.Green : Color.Grey)));
        }

        return table;
    }

    private static Table FigureTable(EvaluationReport report, params (string Title, string Id)[] columns)
    {
        var table = NewTable("ranking", [.. columns.Select(column => column.Title)]);
        foreach (var ranking in report.Rankings)
            table.AddRow([Cell(ranking.Name), .. columns.Select(column => Cell(ranking.Figures, column.Id))]);
        return table;
    }

    private static Table DifferenceTable(IEnumerable<RankingDifference> differences)
    {
        (string Title, string Id)[] columns =
        [
            ("AUC", "auc"), ("average precision", "averagePrecision"), ("recall at 1 %", "recallAt1Percent"), ("recall at 5 %", "recallAt5Percent"),
        ];
        var table = NewTable("against", [.. columns.Select(column => column.Title)]);
        foreach (var difference in differences)
            table.AddRow([Cell(difference.Second), .. columns.Select(column => Cell(difference.Figures, column.Id, signed: true))]);
        return table;
    }

    private static Table ReliabilityTable(EvaluatedRanking ranking)
    {
        var table = NewTable("rows", "said", "happened", "from", "to").AddColumn(new TableColumn("").NoWrap());
        var greatest = ranking.Reliability.Max(point => point.PositiveFraction.Value);
        foreach (var point in ranking.Reliability)
        {
            var happened = point.PositiveFraction;
            table.AddRow(
                Cell(Figures.Count(point.Rows)), Cell(Long(point.MeanProbability)), Cell(Long(happened.Value)),
                Cell(Long(happened.Interval.Low)), Cell(Long(happened.Interval.High)),
                new Text(Bar.Of(greatest > 0 ? happened.Value / greatest : 0, BarWidth)));
        }

        return table;
    }

    private static Table NewTable(string first, params string[] others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new Text(first)).NoWrap());
        foreach (var title in others) table.AddColumn(new TableColumn(new Text(title)).RightAligned().NoWrap());
        return table;
    }

    private static Text Cell(IReadOnlyDictionary<string, Estimate> figures, string id, bool signed = false)
    {
        if (!figures.TryGetValue(id, out var figure)) return new("");
        var format = signed ? "+0.000;-0.000;0.000" : _small.Contains(id) ? "0.0000" : "0.000";
        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return new($"{Of(figure.Value)}\n{Of(figure.Interval.Low)}, {Of(figure.Interval.High)}");
    }

    private static Text Cell(string text) => new(string.Join('\n', text.Split('\n').Select(Printable.Of)));

    private static string Percent(Estimate figure) => figure.Value.ToString("P0", CultureInfo.InvariantCulture);

    private static string Short(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string Long(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
