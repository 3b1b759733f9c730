using SocialLeads.Scoring.Features;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>What changed in a partition's state since the last checkpoint.</summary>
internal sealed class UnsavedChanges(PartitionState state)
{
    private List<MemberEntry> _members = [];
    private List<MemberEntry> _saving = [];
    private readonly UnsavedIds _seen = new();
    private int _savedSymbols;

    /// <summary>Activities folded since the last checkpoint, those that were folded again for filters included.</summary>
    public int Activities { get; private set; }

    /// <summary>
    /// The log position up to which every state is saved and sound: the log is needed behind it only. 0 when that is not known.
    /// </summary>
    public long SavedPosition { get; private set; }

    /// <summary>Members whose features changed since the last checkpoint.</summary>
    public int Members => _members.Count;

    public bool Any => Activities > 0 || _members.Count > 0 || state.Filters.IsChanged;

    public void Add(MemberEntry entry)
    {
        if (entry.SaveState is SaveState.Changed or SaveState.ChangedAgain) return;
        entry.SaveState = entry.SaveState == SaveState.Saved ? SaveState.Changed : SaveState.ChangedAgain;
        _members.Add(entry);
    }

    public void Add(int arrivalDay, ReadOnlySpan<ulong> fingerprints)
    {
        _seen.Add(arrivalDay, fingerprints);
        Activities += fingerprints.Length;
    }

    /// <summary>Activities were folded again for filters.</summary>
    public void AddMatches(int activities) => Activities += activities;

    /// <summary>Everything the state knows now was saved.</summary>
    public void BeginSaved()
    {
        _savedSymbols = state.Symbols.Count;
        SavedPosition = state.Position;
    }

    /// <summary>Some saved states were lost; their like is not saved before the next checkpoint is.</summary>
    public void DoubtSaved() => SavedPosition = 0;

    /// <summary>The checkpoint that was taken last is saved.</summary>
    public void Saved(Checkpoint checkpoint)
    {
        SavedPosition = checkpoint.Position;
        foreach (var entry in _saving)
        {
            entry.SaveState = entry.SaveState == SaveState.Saving ? SaveState.Saved : SaveState.Changed;
            if (entry.SaveState == SaveState.Saved) state.Members.Resident.MayLeave(entry);
        }

        _saving = [];
    }

    /// <summary>
    /// Takes everything out as a checkpoint, when the one before is saved. Its states do not change when folding goes on, since a
    /// fold makes new arrays.
    /// </summary>
    public Checkpoint Take()
    {
        var members = new List<SavedMember>(_members.Count);
        foreach (var entry in _members)
        {
            entry.SaveState = SaveState.Saving;
            members.Add(new SavedMember(entry.Member, entry.Features));
        }

        var symbols = new List<SavedSymbol>();
        for (var id = _savedSymbols; id < state.Symbols.Count; id++)
            symbols.Add(new SavedSymbol(id, SymbolTable.Encode(state.Symbols[id])));

        (_saving, _members) = (_members, []);
        _savedSymbols = state.Symbols.Count;
        Activities = 0;
        return new Checkpoint(state.Position, members, symbols, _seen.Take(), state.Seen.OldestDay) { FilterCounts = state.Filters.TakeChanged() };
    }
}
