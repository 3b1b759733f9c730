using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models validate</c>.</summary>
internal static class ModelsValidateCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The YAML document; - for standard input." };
        var command = new Command("validate",
            """
            Checks a model document and shows everything that is wrong with it, each with its path. Exit code 1 when there is
            something. With --json: valid, violations (field, description), and the model when it is valid.
            """)
        { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(file)!;
            using var server = globals.Connect(parsed, host);
            var request = new ValidateModelRequest { Document = await ModelSource.ReadFileAsync(name, host, cancellationToken) };
            var answer = await server.Models.ValidateModelAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.Validation(answer));
            else
                ModelTables.WriteValidation(host.Output, name, answer);
            return answer.Violations.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }
}
