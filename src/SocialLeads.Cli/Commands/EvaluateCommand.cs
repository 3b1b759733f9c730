using System.CommandLine;
using SocialLeads.Cli.Evaluate;
using SocialLeads.Cli.Evaluate.StackExchange;
using SocialLeads.Cli.Import.StackExchange;

namespace SocialLeads.Cli.Commands;

/// <summary><c>evaluate</c>: does the score find people, in a public community?</summary>
internal static class EvaluateCommand
{
    private const int DefaultLeast = 3;

    public static Command Create(GlobalOptions globals, CliHost host) => new("evaluate", "Holds models against a public community's history.")
    {
        CreateStackExchange(globals, host),
    };

    private static Command CreateStackExchange(GlobalOptions globals, CliHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder with the dump that the server has imported." };
        var within = EvaluateOptions.Within();
        var least = NumberOption.Create("--least", "N", "Posts from which somebody counts as found, 1 to 1000.", 1, 1_000, DefaultLeast);
        var options = new EvaluateOptions();
        var command = new Command("stackexchange",
            $"""
            Ranks, as of past days, the members of a Stack Exchange dump that the server has imported ('import stackexchange DIR'), and shows
            how many of those who post again stand at the top; beside it what a query would give: the number of past posts, recency, and a
            logistic regression of both, fitted on earlier days.
            Without --as-of: {DumpEvaluation.MostDays} days, {DumpEvaluation.Step} days apart, the last one followed by a whole horizon.

            With --json: as 'models evaluate --json'.
            """)
        { folder, within, least };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(folder)!;
            var horizon = parsed.GetValue(within);
            var history = await DumpHistory.ReadAsync(DumpFolder.Open(path), cancellationToken);
            var days = options.DaysOf(parsed, horizon, history.LastDay) is { Count: > 0 } named
                ? named
                : DumpEvaluation.ChooseDays(history, horizon);
            var truth = new PostingTruth(history, parsed.GetValue(least), horizon);
            using var server = globals.Connect(parsed, host);
            var rankings = await DumpEvaluation.RankingsAsync(server, options.ModelsOf(parsed), history, truth, cancellationToken);
            var report = await EvaluationRun.RunAsync(
                rankings, days, truth, parsed.GetValue(options.Draws), (ulong)parsed.GetValue(options.Seed),
                tables => DumpEvaluation.CheckServer(history, tables, $"socialleads import stackexchange {path}{globals.Repeat(parsed)}"),
                cancellationToken);
            await options.WriteAsync(parsed, host, globals.Json(parsed), report, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
