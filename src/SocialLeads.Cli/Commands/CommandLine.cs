using System.CommandLine;

namespace SocialLeads.Cli.Commands;

/// <summary>The whole command line: parses, runs, and turns every failure into a line and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellationToken)
    {
        var globals = new GlobalOptions();
        var parsed = CreateRoot(globals, host).Parse(args);
        if (parsed.Errors.Count > 0)
            return FailureReport.WriteUsage(host.Error, parsed);

        var configuration = new InvocationConfiguration
        {
            Output = host.Output,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception failure)
        {
            // The outermost frame: whatever it was, the person at the terminal gets a line and not a stack trace.
            return FailureReport.Write(host.Error, failure, globals.ServerOf(parsed, host));
        }
    }

    private static RootCommand CreateRoot(GlobalOptions globals, CliHost host)
    {
        var root = new RootCommand(
            $"Sends what members do to a SocialLeads server, and shows the leads.\n\n{ExitCode.Description}");
        globals.AddTo(root);
        root.Subcommands.Add(ImportCommand.Create(globals, host));
        root.Subcommands.Add(TopCommand.Create(globals, host));
        root.Subcommands.Add(ExplainCommand.Create(globals, host));
        root.Subcommands.Add(HistoryCommand.Create(globals, host));
        root.Subcommands.Add(CompaniesCommand.Create(globals, host));
        root.Subcommands.Add(CompanyCommand.Create(globals, host));
        root.Subcommands.Add(ModelsCommand.Create(globals, host));
        root.Subcommands.Add(LearnCommand.Create(globals, host));
        root.Subcommands.Add(EvaluateCommand.Create(globals, host));
        return root;
    }
}
