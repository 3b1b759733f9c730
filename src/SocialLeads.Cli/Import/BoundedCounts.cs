namespace SocialLeads.Cli.Import;

/// <summary>
/// Counts by name, for at most <see cref="MaxNames"/> names of at most <see cref="MaxNameLength"/> characters: input decides the names, so
/// it must not decide the memory. What comes after that is counted together under <see cref="Other"/>, and what is longer by how it begins.
/// </summary>
internal sealed class BoundedCounts
{
    public const int MaxNames = 200;
    public const int MaxNameLength = 200;
    public const string Other = "(others)";
    private const string CutOff = "…";

    private readonly Dictionary<(string Source, string Name), long> _counts = [];

    public void Add(string source, string name)
    {
        if (name.Length > MaxNameLength) name = name[..(char.IsHighSurrogate(name[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength)] + CutOff;
        var key = (source, name);
        if (_counts.Count >= MaxNames && !_counts.ContainsKey(key))
            key = (source, Other);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }

    /// <summary>The counts, in the order in which the names first came.</summary>
    public IEnumerable<SourceCount> List() => _counts.Select(pair => new SourceCount(pair.Key.Source, pair.Key.Name, pair.Value));
}

/// <summary>How many of something a source gave.</summary>
internal readonly record struct SourceCount(string Source, string Name, long Count);
