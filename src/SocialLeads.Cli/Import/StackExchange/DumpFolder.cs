namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>The five tables of a dump that say what members did.</summary>
internal sealed record DumpFolder(DumpFile Users, DumpFile Posts, DumpFile Comments, DumpFile Votes, DumpFile Badges)
{
    /// <summary>Finds the tables; the case of the file names does not matter.</summary>
    /// <exception cref="CliException">The folder or some of the files are not there; the message names them all.</exception>
    public static DumpFolder Open(string path)
    {
        if (!Directory.Exists(path))
            throw new CliException(ExitCode.Usage, $"{path}: no such folder");

        var files = Directory.EnumerateFiles(path, "*.xml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase);

        string[] needed = ["Users", "Posts", "Comments", "Votes", "Badges"];
        var missing = needed.Where(name => !files.ContainsKey(name)).Select(name => name + ".xml").ToList();
        if (missing.Count > 0)
            throw new CliException(ExitCode.Usage, $"{path}: not a Stack Exchange dump, {string.Join(", ", missing)} missing");

        return new DumpFolder(
            new DumpFile(files["Users"]),
            new DumpFile(files["Posts"]),
            new DumpFile(files["Comments"]),
            new DumpFile(files["Votes"]),
            new DumpFile(files["Badges"]));
    }
}
