using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary><c>outcomes</c>: what leads came to.</summary>
internal static class OutcomesCommand
{
    public static Command Create(GlobalOptions globals, CliHost host) => new("outcomes",
        "Records what leads came to, and shows what is recorded: models are held against it. No score counts it.")
    {
        OutcomesImportCommand.Create(globals, host),
        OutcomesRecordCommand.Create(globals, host),
        OutcomesListCommand.Create(globals, host),
    };
}
