using System.CommandLine;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Cli.Outcomes;
using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models evaluate</c>: holds models against outcomes.</summary>
internal static class ModelsEvaluateCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var outcomes = new Option<string?>("--outcomes")
        {
            Description =
                "A table with the columns member, day and outcome, or such an object in JSON a line; - for standard input. "
                + "Without it, the outcomes that the server has recorded.",
            HelpName = "FILE",
        };
        var positive = new Option<string[]>("--positive")
        {
            Description = $"What counts as found, of {string.Join(", ", OutcomeWords.All)}. Without it, qualified and won.",
            HelpName = "OUTCOME",
            AllowMultipleArgumentsPerToken = true,
        };
        positive.AcceptOnlyFromAmong([.. OutcomeWords.All]);
        var within = EvaluateOptions.Within();
        var options = new EvaluateOptions();
        options.Days.Required = true;
        var command = new Command("evaluate",
            """
            Shows how well models find, as of past days, those who had a positive outcome within some days after: precision, recall and lift
            at the top 1, 5 and 10 %, area under the ROC curve, average precision, and how far the probabilities can be believed. All
            models are held against the same members on the same days. Who had a positive outcome before is left out. A model that was
            learned from these outcomes looks better here than it is: 'models learn' says how good it is on others.

            With --json: days, rankings (each with the figures, intervals, reliability and gains) and the differences between models.
            """)
        { outcomes, positive, within };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var today = DateOnly.FromDateTime(host.Time.GetUtcNow().UtcDateTime);
            var horizon = parsed.GetValue(within);
            var days = options.DaysOf(parsed, horizon, today);
            using var server = globals.Connect(parsed, host);
            var rows = parsed.GetValue(outcomes) is { } file
                ? await OutcomeInput.ReadAsync(file, host, cancellationToken)
                : await RecordedOutcomes.ReadRowsAsync(server, cancellationToken);
            var counted = parsed.GetValue(positive) is { Length: > 0 } named ? named : OutcomeWords.Positive;
            var truth = new OutcomeTruth(rows, [.. counted.Distinct()], horizon);
            var rankings = options.ModelsOf(parsed).Select(model => new ModelRanking(server, model)).ToArray();
            var report = await EvaluationRun.RunAsync(
                rankings, days, truth, parsed.GetValue(options.Draws), (ulong)parsed.GetValue(options.Seed),
                tables => Notes(rows, tables, horizon), cancellationToken);
            await options.WriteAsync(parsed, host, globals.Json(parsed), report, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Notes(IReadOnlyList<OutcomeRow> rows, IReadOnlyList<DayTable> tables, int within)
    {
        var last = rows.Max(row => row.Day);
        if (tables[^1].Day.AddDays(within) > last)
            yield return $"the last outcome is of {last:yyyy-MM-dd}: later ones, if there were any, are missed";
        var onLists = tables.SelectMany(table => table.Known).ToHashSet(StringComparer.Ordinal);
        var unknown = rows.Select(row => row.Member).Distinct(StringComparer.Ordinal).Count(member => !onLists.Contains(member));
        if (unknown > 0)
            yield return $"{Figures.Count(unknown)} members with outcomes are not ranked on any of these days: unknown, or not there yet";
    }
}
