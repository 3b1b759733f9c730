using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>Models for people.</summary>
internal static class ModelTables
{
    public static void WriteList(IAnsiConsole console, IReadOnlyList<Model> models)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("model").NoWrap())
            .AddColumn(new TableColumn("version").RightAligned())
            .AddColumn("state")
            .AddColumn(new TableColumn("signals").RightAligned())
            .AddColumn("title")
            .AddColumn("author")
            .AddColumn("why");
        foreach (var model in models)
        {
            table.AddRow(
                new Text(Printable.Of(model.Model_)),
                new Text(Figures.Count(model.Version)),
                new Text(ModelWords.StateLine(model)),
                new Text(Figures.Count(model.Signals.Count)),
                new Text(Printable.Of(model.Title)),
                new Text(Printable.Of(model.Author)),
                new Text(Printable.Of(model.Reason.Trim().ReplaceLineEndings(" "))));
        }

        console.Write(table);
    }

    public static void WriteOne(IAnsiConsole console, Model model)
    {
        console.WriteLine($"{Printable.Of(model.Model_)} version {model.Version}: {Printable.Of(model.Title)}");
        console.WriteLine(ModelWords.LifeOf(model));
        console.Write(new Text(Printable.Of(model.Description.Trim().ReplaceLineEndings(" "))));
        console.WriteLine();
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("signal").NoWrap())
            .AddColumn(new TableColumn("at most ±").RightAligned().NoWrap())
            .AddColumn("what and why");
        foreach (var signal in model.Signals)
        {
            table.AddRow(
                new Text(Printable.Of(signal.Signal_)),
                new Text(Figures.Points(Figures.Exact(signal.Cap))),
                new Text(Printable.Of($"{signal.Title}. {signal.Why.Trim().ReplaceLineEndings(" ")}")));
        }

        console.Write(table);
    }

    /// <summary>What became of a version, in a line.</summary>
    public static void WriteState(TextWriter output, Model model) =>
        output.WriteLine(Printable.Of($"{model.Model_}@{model.Version}: {ModelWords.StateLine(model)}"));

    public static void WriteValidation(TextWriter output, string file, ValidateModelResponse answer)
    {
        if (answer.Model is { } model && answer.Violations.Count == 0)
            output.WriteLine(Printable.Of($"{file}: valid, {model.Model_} version {model.Version} with {model.Signals.Count} signals"));
        foreach (var violation in answer.Violations)
            output.WriteLine(Printable.Of($"{file}: {(violation.Field.Length > 0 ? $"{violation.Field}: " : "")}{violation.Description}"));
    }
}
