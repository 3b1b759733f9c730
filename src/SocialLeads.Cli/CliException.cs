namespace SocialLeads.Cli;

/// <summary>An expected failure: a line for the person at the terminal and an exit code for the script.</summary>
internal sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
