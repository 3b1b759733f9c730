namespace SocialLeads.Cli;

/// <summary>What the process ends with. Scripts rely on these numbers.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Unreachable = 3;
    public const int NotFound = 4;
    public const int Interrupted = 130;

    /// <summary>The numbers in words, for the help text.</summary>
    public const string Description =
        """
        Exit codes:
          0    done
          1    the server refused, or some activities were rejected or could not be read
          2    the command line, or a file it names, is wrong
          3    the server cannot be reached
          4    not found
          130  interrupted
        """;
}
