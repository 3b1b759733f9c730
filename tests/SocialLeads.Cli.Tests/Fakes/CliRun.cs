using System.Text;
using SocialLeads.Cli.Commands;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>A run of the command line in this process, with its output captured.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs against a server; null for arguments and variables that name one themselves.</summary>
    public static async Task<CliRun> AgainstAsync(FakeServer? server, params string[] args) =>
        await new CliRunner { Server = server }.RunAsync(args);
}

/// <summary>What a run is given besides its arguments.</summary>
internal sealed class CliRunner
{
    public FakeServer? Server { get; init; }

    public InstantTime Time { get; } = new();

    public string Input { get; init; } = "";

    public Dictionary<string, string> Variables { get; } = [];

    public bool IsTerminal { get; init; }

    public CancellationToken CancellationToken { get; init; } = TestContext.Current.CancellationToken;

    public async Task<CliRun> RunAsync(params string[] args)
    {
        if (Server is not null)
            Variables[GlobalOptions.ServerVariable] = Server.Url.ToString();

        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var host = new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Variable = Variables.GetValueOrDefault,
            Time = Time,
            OutputIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
        };
        var exitCode = await CommandLine.RunAsync(args, host, CancellationToken);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
