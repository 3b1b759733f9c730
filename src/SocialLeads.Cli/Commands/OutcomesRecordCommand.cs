using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.Cli.Outcomes;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>outcomes record</c>.</summary>
internal static class OutcomesRecordCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var member = new Argument<string>("MEMBER") { Description = "The member, by the community's own id." };
        var outcome = new Option<string>("--outcome")
        {
            Description = $"What the member came to: {string.Join(", ", OutcomeWords.All)}.",
            HelpName = "OUTCOME",
            Required = true,
        };
        outcome.AcceptOnlyFromAmong([.. OutcomeWords.All]);
        var day = DayOption.Create("--day", "The UTC day it was known, written YYYY-MM-DD. Without it, today.");
        var amount = new Option<double?>("--amount") { Description = "What it was worth, 0 to 1e9.", HelpName = "AMOUNT" };
        var id = new Option<string?>("--id")
        {
            Description = "The id by which it is known when it is sent again. Without it, the day and the outcome: one like it a day.",
            HelpName = "ID",
        };
        var command = new Command("record", "Records what one member came to. What is recorded already is not recorded twice.")
        {
            member, outcome, day, amount, id,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var now = host.Time.GetUtcNow();
            var named = parsed.GetValue(day);
            var known = named ?? DateOnly.FromDateTime(now.UtcDateTime);
            var row = new OutcomeRow(parsed.GetValue(member)!, known, parsed.GetValue(outcome)!)
            {
                Id = parsed.GetValue(id) ?? OutcomeRow.IdOf(known, parsed.GetValue(outcome)!, 1),
                Amount = parsed.GetValue(amount),
            };
            var wire = OutcomeSender.ToWire(row);
            if (named is null) wire.OccurredAt = now.ToTimestamp();
            using var server = globals.Connect(parsed, host);
            var answer = await server.Leads.RecordOutcomeAsync(
                new RecordOutcomeRequest { Outcome = wire }, server.Headers, cancellationToken: cancellationToken);
            var word = answer.Disposition == Disposition.Duplicate ? "duplicate" : "accepted";
            if (globals.Json(parsed))
                host.Output.WriteLine(OutcomeOutput.Recorded(row, word));
            else
                host.Output.WriteLine(Printable.Of(
                    FormattableString.Invariant($"{row.Member}: {row.Outcome} on {row.Day:yyyy-MM-dd} ")
                    + (word == "accepted" ? "is recorded." : $"was recorded before under the id {row.Id}.")));
            return ExitCode.Done;
        });
        return command;
    }
}
