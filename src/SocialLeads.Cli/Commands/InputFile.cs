namespace SocialLeads.Cli.Commands;

/// <summary>A file named on the command line, or <c>-</c> for standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    /// <summary>The file as people know it.</summary>
    public static string Shown(string name) => name == StandardInput ? "stdin" : Path.GetFileName(name);

    /// <exception cref="CliException">It cannot be opened.</exception>
    public static Stream Open(string name, CliHost host)
    {
        if (name == StandardInput)
            return host.OpenInput();
        try
        {
            return File.OpenRead(name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Usage, $"{name}: {failure.Message}", failure);
        }
    }
}
