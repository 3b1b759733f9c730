using System.Runtime.InteropServices;

namespace SocialLeads.Grains.Partitions;

/// <summary>The members of one partition, by id and by a dense index that boards use.</summary>
/// <param name="mostResident">Members whose features may be in memory.</param>
internal sealed class MemberTable(int mostResident = int.MaxValue)
{
    private readonly Dictionary<string, MemberEntry> _byMember = new(StringComparer.Ordinal);
    private readonly List<MemberEntry> _byIndex = [];

    public int Count => _byIndex.Count;

    public IReadOnlyList<MemberEntry> Entries => _byIndex;

    public ResidentMembers Resident { get; } = new(mostResident);

    /// <summary>At most so many members from an index on.</summary>
    public MemberEntry[] Slice(int start, int length) =>
        CollectionsMarshal.AsSpan(_byIndex).Slice(start, Math.Min(length, _byIndex.Count - start)).ToArray();

    public MemberEntry? Find(string member) => _byMember.GetValueOrDefault(member);

    /// <summary>The member; a new one has empty features in memory.</summary>
    public MemberEntry GetOrAdd(string member)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_byMember, member, out var known);
        if (known) return entry!;
        entry = new MemberEntry(member, _byIndex.Count);
        _byIndex.Add(entry);
        Resident.Came();
        return entry;
    }
}
