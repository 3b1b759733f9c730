using System.CommandLine;
using System.Globalization;
using SocialLeads.Cli.Outcomes;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>outcomes list</c>.</summary>
internal static class OutcomesListCommand
{
    private const int DefaultLimit = 100;

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var member = new Option<string?>("--member") { Description = "Only this member's.", HelpName = "MEMBER" };
        var outcome = new Option<string[]>("--outcome")
        {
            Description = $"Only these, of {string.Join(", ", OutcomeWords.All)}.",
            HelpName = "OUTCOME",
            AllowMultipleArgumentsPerToken = true,
        };
        outcome.AcceptOnlyFromAmong([.. OutcomeWords.All]);
        var from = DayOption.Create("--from", "Only of this UTC day, written YYYY-MM-DD, and later.");
        var to = DayOption.Create("--to", "Only of this UTC day and earlier.");
        var limit = NumberOption.Create("--limit", "N", $"How many, 1 to {OutcomeSheet.MaxRows}.", 1, OutcomeSheet.MaxRows, DefaultLimit);
        var command = new Command("list",
            """
            Shows the recorded outcomes: those of one member together, the earliest first.

            With --json: a list of member, day, outcome and, where one was given, amount, as 'outcomes import' reads it. Ids are not kept:
            imported where they are recorded already, those that had ids of their own would count again.
            """)
        { member, outcome, from, to, limit };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new ListOutcomesRequest
            {
                Member = parsed.GetValue(member) ?? "",
                FromDay = Text(parsed.GetValue(from)),
                ToDay = Text(parsed.GetValue(to)),
            };
            request.Kinds.AddRange((parsed.GetValue(outcome) ?? []).Select(OutcomeWords.KindOf));
            var (outcomes, more) = await RecordedOutcomes.ReadAsync(server, request, parsed.GetValue(limit), cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(OutcomeOutput.Json(outcomes));
            else
                OutcomeOutput.Write(Consoles.ForOutput(host), outcomes, more);
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
