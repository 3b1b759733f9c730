using Google.Protobuf.Collections;
using SocialLeads.Cli.Evaluate;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>A trial's report on a terminal.</summary>
internal static class TrialText
{
    private const int BarWidth = 30;
    private const int Movers = 10;
    private const int TopRows = 8;
    private const int Reasons = 3;

    public static void Write(IAnsiConsole console, TrialReport report)
    {
        console.WriteLine(TrialWords.TitleOf(report));
        foreach (var day in report.Days)
            WriteDay(console, report, day);
        WriteAccuracy(console, report);
    }

    private static void WriteAccuracy(IAnsiConsole console, TrialReport report)
    {
        console.WriteLine();
        console.Write(new Rule("accuracy") { Justification = Justify.Left });
        if (TrialEvaluation.Of(report) is { } evaluation)
        {
            EvaluationText.Write(console, evaluation);
            console.WriteLine(TrialWords.OwnOutcomes);
            return;
        }

        foreach (var line in TrialWords.NoAccuracyOf(report.Accuracy)) console.WriteLine(Printable.Of(line));
    }

    private static void WriteDay(IAnsiConsole console, TrialReport report, TrialDay day)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(Printable.Of($"as of {day.AsOf}: {Figures.Count(day.Members)} members"))) { Justification = Justify.Left });
        console.WriteLine(TrialWords.TopOf(day));
        foreach (var line in TrialWords.EmptyPlacesOf(report, day))
            console.WriteLine(line);
        console.WriteLine(TrialWords.OrderOf(day));
        console.WriteLine(TrialWords.MovesOf(day));
        if (day.Members == 0)
            return;
        console.Write(MovesTable(day));
        WriteTop(console, "enters the top", Color.Green, day.BestEntering, day.Entering);
        WriteTop(console, "leaves the top", Color.Red, day.BestLeaving, day.Leaving);
        if (day.Movers.Count > 0)
            console.Write(MoversTable(day));
    }

    private static Table MovesTable(TrialDay day)
    {
        var most = day.Moves.Max(bin => bin.Members);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("move").RightAligned().NoWrap())
            .AddColumn(new TableColumn("members").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").Width(BarWidth).NoWrap());
        foreach (var bin in day.Moves)
        {
            table.AddRow(
                new Text(TrialWords.RangeOf(bin)),
                new Text(Figures.Count(bin.Members)),
                new Text(Bar.Of(most == 0 ? 0 : (double)bin.Members / most, BarWidth), new Style(ColorOf(bin.Low + bin.High))));
        }

        return table;
    }

    private static void WriteTop(IAnsiConsole console, string what, Color color, RepeatedField<TrialMove> moves, long count)
    {
        if (moves.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn(new Text(what, new Style(color))))
            .AddColumn(new TableColumn("place").RightAligned().NoWrap())
            .AddColumn(new TableColumn("score").RightAligned().NoWrap())
            .AddColumn("moved by");
        foreach (var move in moves.Take(TopRows))
        {
            table.AddRow(
                new Text(Printable.Of(move.Member)),
                new Text($"{Figures.Count(move.AgainstPlace)} → {Figures.Count(move.Place)}"),
                new Text($"{Figures.Score(move.AgainstScore)} → {Figures.Score(move.Score)}"),
                new Text(TrialWords.WhyOf(move, Reasons)));
        }

        console.Write(table);
        if (count > TopRows)
            console.WriteLine($"  and {Figures.Count(count - TopRows)} more");
    }

    private static Table MoversTable(TrialDay day)
    {
        var shown = day.Movers.Take(Movers).ToList();
        var least = Math.Min(0, shown.Min(move => move.Move));
        var greatest = Math.Max(0, shown.Max(move => move.Move));
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("farthest in the first quarter")
            .AddColumn(new TableColumn("% of places").RightAligned().NoWrap())
            .AddColumn(new TableColumn("").Width(BarWidth + 1).NoWrap())
            .AddColumn("moved by");
        foreach (var move in shown)
        {
            table.AddRow(
                new Text(Printable.Of(move.Member)),
                new Text(TrialWords.Move(move.Move)),
                new Text(Bar.Signed(move.Move, least, greatest, BarWidth), new Style(ColorOf(move.Move))),
                new Text(TrialWords.WhyOf(move, Reasons)));
        }

        return table;
    }

    private static Color ColorOf(double direction) => direction switch { > 0 => Color.Green, < 0 => Color.Red, _ => Color.Blue };
}
