using System.CommandLine;
using SocialLeads.Cli.Import.Jsonl;
using SocialLeads.Cli.Import.StackExchange;

namespace SocialLeads.Cli.Commands;

/// <summary><c>import</c>: sends a community's history.</summary>
internal static class ImportCommand
{
    public static Command Create(GlobalOptions globals, CliHost host) => new("import",
        """
        Sends activities from files. Activities keep their own time and ids, so the same import again changes nothing, and one
        that was cut short is finished by running it again.
        """)
    {
        CreateStackExchange(globals, host),
        CreateJsonl(globals, host),
    };

    private static Command CreateStackExchange(GlobalOptions globals, CliHost host)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "The folder with Users.xml, Posts.xml, Comments.xml, Votes.xml and Badges.xml.",
        };
        var options = new ImportOptions();
        var command = new Command(
            "stackexchange", "Sends a Stack Exchange site's public dump, and says what was mapped and what was not.")
        { folder };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var dump = DumpFolder.Open(parsed.GetValue(folder)!);
            using var server = globals.Connect(parsed, host);
            using var run = ImportRun.Start(host, globals, options, parsed);
            return await run.SendAsync(server, new StackExchangeSource(dump, run.Tally), cancellationToken);
        });
        return command;
    }

    private static Command CreateJsonl(GlobalOptions globals, CliHost host)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A file with an activity in proto JSON on each line of at most 1 MiB; - for standard input.",
        };
        var options = new ImportOptions();
        var command = new Command("jsonl",
            """
            Sends activities from a file of JSON lines, such as
            {"id":"1","member":"ada","kind":"page_view","occurredAt":"2026-01-31T09:00:00Z","tags":["pricing"]}
            A line that is no activity is reported and passed over; the exit code is then 1.
            """)
        { file };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(file)!;
            await using var stream = InputFile.Open(name, host);
            using var server = globals.Connect(parsed, host);
            using var run = ImportRun.Start(host, globals, options, parsed);
            var source = new JsonlSource(stream, InputFile.Shown(name), LengthOf(stream), run.Tally, run.Rejects);
            return await run.SendAsync(server, source, cancellationToken);
        });
        return command;
    }

    private static long? LengthOf(Stream stream) => stream.CanSeek ? stream.Length : null;
}
