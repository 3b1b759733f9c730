using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models</c>: what the server scores by.</summary>
internal static class ModelsCommand
{
    public static Command Create(GlobalOptions globals, CliHost host) => new("models", "Carries scoring models through their life.")
    {
        ModelsListCommand.Create(globals, host),
        ModelsShowCommand.Create(globals, host),
        ModelsDiffCommand.Create(globals, host),
        ModelsValidateCommand.Create(globals, host),
        ModelsCreateCommand.Create(globals, host),
        ModelsTryCommand.Create(globals, host),
        ModelsLearnCommand.Create(globals, host),
        ModelsPublishCommand.Create(globals, host),
        ModelsRetireCommand.Create(globals, host),
        ModelsEvaluateCommand.Create(globals, host),
    };
}
