namespace SocialLeads.Cli;

/// <summary>Everything outside of the process that a command touches, but for files and the server.</summary>
internal sealed record CliHost
{
    private const int PipedWidth = 120;
    private const int LeastWidth = 60;
    private const int NarrowTerminal = 80;
    private const int MostWidth = 240;

    /// <summary>Takes results and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Takes errors, notes and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input as bytes.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>An environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Whether <see cref="Output"/> shows control sequences.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> shows control sequences.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of a line of output, from 60 to 240.</summary>
    public int Width { get; init; } = PipedWidth;

    /// <summary>Columns of a line on <see cref="Error"/> when that is a terminal.</summary>
    public int ErrorWidth => OutputIsTerminal ? Width : NarrowTerminal;

    public static CliHost FromConsole() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        OpenInput = Console.OpenStandardInput,
        Variable = Environment.GetEnvironmentVariable,
        Time = TimeProvider.System,
        OutputIsTerminal = !Console.IsOutputRedirected && !TerminalIsDumb(),
        ErrorIsTerminal = !Console.IsErrorRedirected && !TerminalIsDumb(),
        Width = Math.Clamp(ConsoleWidth(), LeastWidth, MostWidth),
    };

    private static bool TerminalIsDumb() => Environment.GetEnvironmentVariable("TERM") == "dumb";

    private static int ConsoleWidth()
    {
        if (!Console.IsOutputRedirected && Console.WindowWidth > 0)
            return Console.WindowWidth;
        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) ? columns : PipedWidth;
    }
}
