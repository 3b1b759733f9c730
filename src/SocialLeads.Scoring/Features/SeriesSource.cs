namespace SocialLeads.Scoring.Features;

/// <summary>Where series come from that were not asked for before: the symbol table, which grows by them as far as a budget allows.</summary>
internal sealed class SeriesSource(SymbolTable symbols)
{
    /// <summary>No series: what a refused one has in an id's place.</summary>
    public const int Refused = -1;

    /// <summary>What new series are charged to; null while activities are folded that were admitted before.</summary>
    public SymbolBudget? Budget { get; set; }

    /// <summary>Whether anything was refused since this was set to false.</summary>
    public bool HasRefused { get; set; }

    /// <summary>The id of a series, or <see cref="Refused"/>.</summary>
    public int Find(in SeriesKey key)
    {
        if (Budget is null || symbols.TryFind(key, out _) || Budget.Admits(key)) return symbols.Intern(key);
        HasRefused = true;
        return Refused;
    }

    /// <summary>Whether activities of a kind are counted as such.</summary>
    public bool Admits(string kind)
    {
        if (Budget is null || Budget.Admits(kind)) return true;
        HasRefused = true;
        return false;
    }
}
