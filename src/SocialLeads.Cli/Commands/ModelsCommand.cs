using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>models</c>: what the server scores by.</summary>
internal static class ModelsCommand
{
    public static Command Create(GlobalOptions globals, CliHost host) => new("models", "Shows and checks scoring models.")
    {
        ModelsListCommand.Create(globals, host),
        ModelsShowCommand.Create(globals, host),
        ModelsValidateCommand.Create(globals, host),
        ModelsEvaluateCommand.Create(globals, host),
    };
}
