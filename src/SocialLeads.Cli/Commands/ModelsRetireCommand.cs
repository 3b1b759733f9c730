using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models retire</c>.</summary>
internal static class ModelsRetireCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var version = ModelName.Argument("The version to retire; a draft is retired when it is not to be.");
        var command = new Command("retire",
            """
            Retires a version: it is no longer kept up to date, nor what readers get who name no version. Asked for by its version it
            still scores. With --json: the version, as in 'models list --json'.
            """)
        { version };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var name = parsed.GetValue(version);
            var request = new RetireModelRequest { Model = name.Id, Version = name.Version };
            var answer = await server.Models.RetireModelAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.Version(answer.Model));
            else
                ModelTables.WriteState(host.Output, answer.Model);
            return ExitCode.Done;
        });
        return command;
    }
}
