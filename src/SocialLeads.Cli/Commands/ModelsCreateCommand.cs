using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models create</c>.</summary>
internal static class ModelsCreateCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The YAML document; - for standard input." };
        var author = new Option<string>("--author") { Description = "Who wrote it.", HelpName = "NAME", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why it was written.", HelpName = "TEXT", Required = true };
        var command = new Command("create",
            """
            Stores a document as a draft: the next version of the model that it names. It scores nobody until it is published.
            With --json: the version, as in 'models list --json'.
            """)
        { file, author, reason };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var request = new CreateModelVersionRequest
            {
                Document = await ModelSource.ReadFileAsync(parsed.GetValue(file)!, host, cancellationToken),
                Author = parsed.GetValue(author)!,
                Reason = parsed.GetValue(reason)!,
            };
            var answer = await server.Models.CreateModelVersionAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.Version(answer.Model));
            else
                ModelTables.WriteState(host.Output, answer.Model);
            return ExitCode.Done;
        });
        return command;
    }
}
