using System.Runtime.InteropServices;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>The members of one partition, by id and by a dense index that boards use.</summary>
/// <remarks>
/// Among a million members nearly every look-up waits for memory: for the slot of the table, for the member, for its id. A table
/// of hashes with the member beside them makes these three waits and no more, and looking up many members at once has
/// the processor wait for many of them at a time.
/// </remarks>
/// <param name="mostResident">Members whose features may be in memory.</param>
internal sealed class MemberTable(int mostResident = int.MaxValue)
{
    private const int SmallestTable = 16;

    /// <summary>Members that are looked up together. More than a processor can wait for at a time.</summary>
    private const int LookedUpAtOnce = 64;

    private readonly List<MemberEntry> _byIndex = [];
    private readonly string?[] _names = new string?[LookedUpAtOnce];
    private Slot[] _slots = new Slot[SmallestTable];
    private uint _touched;

    public int Count => _byIndex.Count;

    public IReadOnlyList<MemberEntry> Entries => _byIndex;

    public ResidentMembers Resident { get; } = new(mostResident);

    /// <summary>At most so many members from an index on.</summary>
    public MemberEntry[] Slice(int start, int length) =>
        CollectionsMarshal.AsSpan(_byIndex).Slice(start, Math.Min(length, _byIndex.Count - start)).ToArray();

    public MemberEntry? Find(string member) => Find(member, HashOf(member));

    /// <summary>The member; a new one has empty features in memory.</summary>
    public MemberEntry GetOrAdd(string member)
    {
        var hash = HashOf(member);
        return Find(member, hash) ?? Add(member, hash);
    }

    /// <summary>The members of some activities, each at the place of its activity; null of those who are not there.</summary>
    public void Find(ReadOnlySpan<Activity> activities, Span<MemberEntry?> entries)
    {
        for (var start = 0; start < activities.Length; start += LookedUpAtOnce)
            FindSome(activities[start..Math.Min(start + LookedUpAtOnce, activities.Length)], entries[start..]);
    }

    // Each loop makes one of the three waits for all of them: neither a value nor a decision in it depends on what the turn before
    // waits for.
    private void FindSome(ReadOnlySpan<Activity> activities, Span<MemberEntry?> entries)
    {
        Span<uint> hashes = stackalloc uint[LookedUpAtOnce];
        for (var i = 0; i < activities.Length; i++)
        {
            hashes[i] = HashOf(activities[i].Member);
            _touched += _slots[hashes[i] & (uint)(_slots.Length - 1)].Hash;
        }

        for (var i = 0; i < activities.Length; i++) entries[i] = FirstOf(hashes[i]);
        for (var i = 0; i < activities.Length; i++) _names[i] = entries[i]?.Member;
        for (var i = 0; i < activities.Length; i++)
        {
            var member = activities[i].Member;
            if (_names[i] != member) entries[i] = Find(member, hashes[i]);
        }
    }

    // The hash of a string is seeded for each process: senders cannot choose members that collide.
    private static uint HashOf(string member) => (uint)member.GetHashCode(StringComparison.Ordinal);

    private MemberEntry? Find(string member, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var place = (int)hash & mask; _slots[place].Entry is { } entry; place = place + 1 & mask)
        {
            if (_slots[place].Hash == hash && entry.Member == member) return entry;
        }

        return null;
    }

    /// <summary>The first member with a hash.</summary>
    private MemberEntry? FirstOf(uint hash)
    {
        var mask = _slots.Length - 1;
        var place = (int)hash & mask;
        while (_slots[place].Entry is not null && _slots[place].Hash != hash) place = place + 1 & mask;
        return _slots[place].Entry;
    }

    private MemberEntry Add(string member, uint hash)
    {
        // At most two slots in three are taken.
        if (_byIndex.Count >= _slots.Length / 3 * 2) Grow();
        var entry = new MemberEntry(member, _byIndex.Count);
        Place(new Slot(entry, hash));
        _byIndex.Add(entry);
        Resident.Came();
        return entry;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[2 * slots.Length];
        foreach (var slot in slots)
        {
            if (slot.Entry is not null) Place(slot);
        }
    }

    private void Place(Slot slot)
    {
        var mask = _slots.Length - 1;
        var place = (int)slot.Hash & mask;
        while (_slots[place].Entry is not null) place = place + 1 & mask;
        _slots[place] = slot;
    }

    private readonly record struct Slot(MemberEntry? Entry, uint Hash);
}
