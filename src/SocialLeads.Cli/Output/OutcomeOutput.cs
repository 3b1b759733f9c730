using SocialLeads.Cli.Outcomes;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>Recorded outcomes, as a table and as JSON.</summary>
internal static class OutcomeOutput
{
    public static void Write(IAnsiConsole console, IReadOnlyList<RecordedOutcome> outcomes, bool more)
    {
        console.WriteLine($"{Figures.Count(outcomes.Count)} outcomes{(more ? ", and more: --limit" : "")}");
        if (outcomes.Count == 0)
            return;

        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(new TableColumn("day").NoWrap())
            .AddColumn(new TableColumn("member"))
            .AddColumn(new TableColumn("outcome").NoWrap())
            .AddColumn(new TableColumn("amount").RightAligned().NoWrap());
        foreach (var outcome in outcomes)
        {
            table.AddRow(
                new Text(outcome.Day),
                new Text(Printable.Of(outcome.Member)),
                new Text(OutcomeWords.Of(outcome.Kind)),
                new Text(outcome.HasAmount ? Figures.Measured(outcome.Amount) : ""));
        }

        console.Write(table);
    }

    /// <summary>What became of one that was recorded: accepted or duplicate.</summary>
    public static string Recorded(OutcomeRow row, string disposition) => Output.Json.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", row.Id);
        writer.WriteString("disposition", disposition);
        writer.WriteEndObject();
    });

    public static string Json(IReadOnlyList<RecordedOutcome> outcomes) => Output.Json.Text(writer =>
    {
        writer.WriteStartArray();
        foreach (var outcome in outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("member", outcome.Member);
            writer.WriteString("day", outcome.Day);
            writer.WriteString("outcome", OutcomeWords.Of(outcome.Kind));
            if (outcome.HasAmount) writer.WriteNumber("amount", outcome.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
