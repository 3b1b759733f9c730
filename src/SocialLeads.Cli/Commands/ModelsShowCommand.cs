using System.CommandLine;
using SocialLeads.Cli.Output;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models show</c>.</summary>
internal static class ModelsShowCommand
{
    public static Command Create(GlobalOptions globals, CliHost host)
    {
        var model = new Argument<string?>("MODEL")
        {
            Description = "The model, as ID or ID@VERSION. Without it, corporate-community.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var document = new Option<bool>("--document") { Description = "Print the YAML document itself." };
        var command = new Command("show", "Shows what a model scores, and why.") { model, document };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var server = globals.Connect(parsed, host);
            var name = parsed.GetValue(model) is { } text ? ModelSource.NameOf(text) : ModelName.Default;
            var request = new GetModelRequest { Model = name.Id, Version = name.Version };
            var answer = await server.Models.GetModelAsync(request, server.Headers, cancellationToken: cancellationToken);
            if (globals.Json(parsed))
                host.Output.WriteLine(ModelJson.One(answer.Model));
            else if (parsed.GetValue(document))
                host.Output.Write(answer.Model.Document);
            else
                ModelTables.WriteOne(Consoles.ForOutput(host), answer.Model);
            return ExitCode.Done;
        });
        return command;
    }
}
