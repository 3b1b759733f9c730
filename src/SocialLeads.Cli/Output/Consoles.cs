using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>Consoles that write control sequences to terminals only.</summary>
internal static class Consoles
{
    // Lines of a log are not folded.
    private const int Unbounded = 100_000;

    public static IAnsiConsole ForOutput(CliHost host) => Create(host, host.Output, host.OutputIsTerminal, host.Width);

    public static IAnsiConsole ForError(CliHost host) =>
        Create(host, host.Error, host.ErrorIsTerminal, host.ErrorIsTerminal ? host.ErrorWidth : Unbounded);

    private static IAnsiConsole Create(CliHost host, TextWriter writer, bool isTerminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && host.Variable("NO_COLOR") is null or "" ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
