using System.CommandLine;
using SocialLeads.Cli.Output;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models diff</c>.</summary>
internal static class ModelsDiffCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var from = new Argument<string>("FROM") { Description = "A file, or ID[@VERSION]." };
        var to = new Argument<string>("TO") { Description = "Another." };
        var command = new Command("diff",
            """
            Shows what differs between two model documents, line by line. Exit code 0 whether they differ or not.
            With --json: same, and lines (change, text, line numbers in each) with what is around them.
            """)
        { from, to };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var (left, right) = (parsed.GetValue(from)!, parsed.GetValue(to)!);
            var lines = LineDiff.Of(
                await ModelSource.ReadAsync(left, server, host, cancellationToken),
                await ModelSource.ReadAsync(right, server, host, cancellationToken));
            if (globals.Json(parsed))
                host.Output.WriteLine(DiffText.ToJson(lines));
            else
                DiffText.Write(Consoles.ForOutput(host), left, right, lines);
            return ExitCode.Done;
        });
        return command;
    }
}
