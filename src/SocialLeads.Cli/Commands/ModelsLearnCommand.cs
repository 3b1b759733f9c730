using System.CommandLine;
using System.Text;
using Grpc.Core;
using SocialLeads.Cli.Output;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models learn</c>.</summary>
internal static class ModelsLearnCommand
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var id = new Argument<string>("ID") { Description = "The id of the new model, such as learned." };
        var from = ModelName.Option("--from", "The model whose signals are measured, and which the new one is compared with; corporate-community without it.");
        var title = new Option<string>("--title") { Description = "The title of the new model.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var output = new Option<string?>("--out")
        {
            Description = "Where the document goes. Without it, to ID.yaml here unless there is such a file; with --json, nowhere.",
            HelpName = "FILE",
        };
        var page = new Option<string?>("--report") { Description = "Write the report as a web page, too, that needs nothing but itself.", HelpName = "FILE.html" };
        var chart = new Option<string?>("--chart") { Description = "Draw reliability and the strongest shapes to this file, as SVG.", HelpName = "FILE.svg" };
        var command = new Command("learn",
            """
            Learns a model from the recorded outcomes: what members did until the day before tells who is worth finding. The newest fifth
            is held out, and the learned model judged on it beside the one whose signals it measures. The document is
            written to a file, and that is all: read it, edit it, try it, and publish it like any other.

            With --json: the report with proto JSON's names; counts are JSON numbers.
            """)
        { id, from, title, output, page, chart };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (name, json) = (parsed.GetValue(id)!, globals.Json(parsed));
            var file = parsed.GetValue(output) ?? (json ? null : NewFile($"{name}.yaml"));
            using var server = globals.Connect(parsed, host);
            var other = parsed.GetValue(from);
            var request = new LearnModelRequest { Model = name, FromModel = other.Id, FromVersion = other.Version, Title = parsed.GetValue(title) };
            var report = await RunAsync(server, request, host, cancellationToken);
            if (file is not null)
                await File.WriteAllTextAsync(file, report.Document, _utf8, cancellationToken);
            if (parsed.GetValue(chart) is { } drawing)
                await File.WriteAllTextAsync(drawing, LearnedChart.Draw(report), _utf8, cancellationToken);
            if (parsed.GetValue(page) is { } html)
                await File.WriteAllTextAsync(html, LearnedPage.Of(report), _utf8, cancellationToken);
            if (json)
                host.Output.WriteLine(LearnedJson.Of(report));
            else
                LearnedText.Write(Consoles.ForOutput(host), report, file!);
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="CliException">There is such a file, and somebody may have edited it.</exception>
    private static string NewFile(string name) => !File.Exists(name)
        ? name
        : throw new CliException(ExitCode.Usage, $"{name} is there already; name a file with --out");

    private static async Task<LearnReport> RunAsync(
        ServerConnection server, LearnModelRequest request, CliHost host, CancellationToken cancellationToken)
    {
        using var call = server.Models.LearnModel(request, server.Headers, cancellationToken: cancellationToken);
        LearnReport? report = null;
        await LearnedStatus.ShowAsync(host, async show =>
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                if (answer.Progress is { } progress)
                    show(progress);
                report = answer.Report ?? report;
            }
        });
        return report ?? throw new CliException(ExitCode.Refused, "the server ended learning without a report");
    }
}
