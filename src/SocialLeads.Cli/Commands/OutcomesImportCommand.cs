using System.CommandLine;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Sending;
using SocialLeads.Cli.Outcomes;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Commands;

/// <summary><c>outcomes import</c>.</summary>
internal static class OutcomesImportCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var file = new Argument<string>("FILE")
        {
            Description =
                "A table with the columns member, day and outcome and, if you like, amount and id, or such objects in JSON, one a line or in a list; - for standard input.",
        };
        var rejects = ImportOptions.CreateRejects();
        var command = new Command("import",
            """
            Records the outcomes of a file, such as
            member,day,outcome,amount
            ada,2026-03-31,won,1250
            or what 'outcomes list --json' prints.
            The whole file is read before the first is sent, and a line that is none is an error. The same import again changes nothing:
            without an id, an outcome is known by its member, its day, what it is, and how many like it stand before it in the file.
            """)
        { file, rejects };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(file)!;
            var rows = await OutcomeInput.ReadAsync(name, host, cancellationToken);
            using var server = globals.Connect(parsed, host);
            using var rejectsFile = parsed.GetValue(rejects) is { } path ? RejectsFile.Create(path) : null;
            var json = globals.Json(parsed) ? new ImportJson(host.Output) : null;
            return await SendAsync(host, server, rows, InputFile.Shown(name), rejectsFile, json, cancellationToken);
        });
        return command;
    }

    private static async Task<int> SendAsync(
        CliHost host, ServerConnection server, IReadOnlyList<OutcomeRow> rows, string source, RejectsFile? rejectsFile, ImportJson? json,
        CancellationToken cancellationToken)
    {
        var notes = new ImportNotes(Consoles.ForError(host));
        var sender = new OutcomeSender(server, new SendOptions(), host.Time) { OnRetry = notes.Retry };
        var tally = new ImportTally();
        foreach (var row in rows) tally.CountMapped(source, row.Outcome);
        var started = host.Time.GetTimestamp();
        var complete = false;
        try
        {
            await OutcomeProgress.ShowAsync(host, source, rows.Count, sender.Totals,
                () => sender.SendAsync(rows, source, new RejectsTo([notes, rejectsFile, json]), cancellationToken));
            complete = true;
        }
        finally
        {
            var report = new ImportReport(tally, sender.Totals, host.Time.GetElapsedTime(started), complete, Repeat: null) { What = "outcomes" };
            if (json is not null) json.Write(report);
            else if (complete || sender.Totals.Sent > 0) ImportText.Write(host.Output, report);
        }

        return sender.Totals.Rejected == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
