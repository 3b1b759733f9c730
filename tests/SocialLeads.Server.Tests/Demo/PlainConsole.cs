using Spectre.Console;

namespace SocialLeads.Server.Tests.Demo;

/// <summary>A console that writes into memory, as a pipe would take it.</summary>
internal sealed class PlainConsole : IDisposable
{
    private readonly StringWriter _written = new() { NewLine = "\n" };

    /// <param name="claimsAnsi">Whether the environment speaks for escape codes, as a shell does also for its pipes.</param>
    public PlainConsole(bool claimsAnsi = false)
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = claimsAnsi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = claimsAnsi ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_written),
        });
        Console.Profile.Width = 120;
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    /// <summary>What was written, without blanks at the ends of lines.</summary>
    public string Text =>
        string.Join('\n', _written.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));

    public void Dispose() => _written.Dispose();
}
