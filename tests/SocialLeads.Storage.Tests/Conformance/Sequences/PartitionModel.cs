namespace SocialLeads.Storage.Tests.Conformance.Sequences;

/// <summary>What one partition should hold, by the contract's own words.</summary>
public sealed class PartitionModel
{
    public SortedDictionary<long, string> Log { get; } = [];

    public long LastPosition { get; private set; }

    public long CheckpointPosition { get; private set; }

    public SortedDictionary<string, string> Members { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, string> Symbols { get; } = [];

    public List<(int Day, string Fingerprints)> SeenIds { get; } = [];

    public bool TryAppend(long position, string payload)
    {
        if (position != LastPosition + 1)
            return false;

        Log.Add(position, payload);
        LastPosition = position;
        return true;
    }

    public bool TrySave(long position, string member, string state, SavedSymbol symbol, (int Day, string Ids) seen, int forgetBefore)
    {
        var symbolConflicts = Symbols.TryGetValue(symbol.Id, out var text) && text != symbol.Text;
        if (position < CheckpointPosition || position > LastPosition || symbolConflicts)
            return false;

        CheckpointPosition = position;
        Members[member] = state;
        Symbols[symbol.Id] = symbol.Text;
        SeenIds.Add(seen);
        SeenIds.RemoveAll(s => s.Day < forgetBefore);
        return true;
    }

    public bool TryTrim(long through)
    {
        if (through > CheckpointPosition)
            return false;

        foreach (var position in Log.Keys.Where(p => p <= through).ToList())
            Log.Remove(position);

        return true;
    }
}
