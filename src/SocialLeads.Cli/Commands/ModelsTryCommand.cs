using System.CommandLine;
using System.Text;
using Grpc.Core;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models try</c>.</summary>
internal static class ModelsTryCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var draft = new Argument<string>("DRAFT") { Description = "A YAML document (a file, or - for standard input), or ID@VERSION." };
        var against = ModelName.Option("--against", "What to compare with. Without it, the published version of the same model, or else corporate-community.");
        var days = DayOption.CreateMany("Replay as of the end of this UTC day; up to 12 of them. Without it, the day of the newest activity, and 30, 60 and 90 days before.");
        var within = EvaluateOptions.Within();
        var page = new Option<string?>("--report") { Description = "Write the report as a web page, too, that needs nothing but itself.", HelpName = "FILE.html" };
        var command = new Command("try",
            """
            Replays a draft over history, beside what is published: who enters and leaves the top 5 %, how alike the two rankings
            are, and who moves how far and by which signals. Where outcomes are recorded, how well both found those who were then
            qualified or won, as 'models evaluate' has it. Live rankings are not touched. What a filter finds in texts is read from the
            log first if it is not counted.

            With --json: the report with proto JSON's names; counts are JSON numbers, and bounds that are infinite are null; accuracy
            as 'models evaluate --json', or null.
            """)
        { draft, against, days, within, page };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var other = parsed.GetValue(against);
            var request = new TryModelRequest { AgainstModel = other.Id, AgainstVersion = other.Version, WithinDays = parsed.GetValue(within) };
            request.AsOf.AddRange(parsed.GetValue(days) ?? []);
            var text = parsed.GetValue(draft)!;
            if (ModelSource.IsFile(text))
                request.Document = await ModelSource.ReadFileAsync(text, host, cancellationToken);
            else
                (request.Model, request.Version) = ModelSource.NameOf(text);
            var report = await RunAsync(server, request, host, cancellationToken);
            if (parsed.GetValue(page) is { } file)
                await File.WriteAllTextAsync(file, TrialPage.Of(report), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(TrialJson.Of(report));
            else
                TrialText.Write(Consoles.ForOutput(host), report);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<TrialReport> RunAsync(
        ServerConnection server, TryModelRequest request, CliHost host, CancellationToken cancellationToken)
    {
        using var call = server.Models.TryModel(request, server.Headers, cancellationToken: cancellationToken);
        TrialReport? report = null;
        await TrialBar.ShowAsync(host, async show =>
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                if (answer.Progress is { } progress)
                    show(progress);
                report = answer.Report ?? report;
            }
        });
        return report ?? throw new CliException(ExitCode.Refused, "the server ended the trial without a report");
    }
}
