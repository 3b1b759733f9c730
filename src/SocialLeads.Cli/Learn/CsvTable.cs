namespace SocialLeads.Cli.Learn;

/// <summary>A file of comma-separated values as text.</summary>
/// <param name="Name">The file as people know it.</param>
/// <param name="Headers">The names of the columns, distinct.</param>
/// <param name="Columns">The cells of each column, row by row.</param>
/// <param name="Lines">The line each row begins on, from 1.</param>
internal sealed record CsvTable(
    string Name, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Columns, IReadOnlyList<long> Lines)
{
    public int Rows => Lines.Count;

    /// <summary>The place of a column among the headers.</summary>
    /// <param name="header">The name of the column.</param>
    /// <param name="option">The option that names it, for the message.</param>
    /// <exception cref="CliException">There is none of that name.</exception>
    public int Find(string header, string option)
    {
        for (var i = 0; i < Headers.Count; i++)
        {
            if (string.Equals(Headers[i], header, StringComparison.Ordinal)) return i;
        }

        const int shown = 30;
        var more = Headers.Count > shown ? $" and {Headers.Count - shown} more" : "";
        throw new CliException(ExitCode.Usage,
            $"{Name}: {option}: there is no column '{header}'; there are {string.Join(", ", Headers.Take(shown))}{more}");
    }
}
