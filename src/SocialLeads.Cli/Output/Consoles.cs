using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>Consoles that write control sequences to terminals only.</summary>
internal static class Consoles
{
    public static IAnsiConsole ForOutput(CliHost host) => Create(host, host.Output, host.OutputIsTerminal);

    public static IAnsiConsole ForError(CliHost host) => Create(host, host.Error, host.ErrorIsTerminal);

    private static IAnsiConsole Create(CliHost host, TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && host.Variable("NO_COLOR") is null or "" ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = host.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
