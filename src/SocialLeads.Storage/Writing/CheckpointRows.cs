using System.Runtime.InteropServices;

namespace SocialLeads.Storage.Writing;

/// <summary>A checkpoint with names encoded and checksums reckoned: work that is done before the one writer is reached.</summary>
internal sealed class CheckpointRows
{
    /// <exception cref="ArgumentException">A name cannot be stored, a number is negative, or a key comes twice.</exception>
    public CheckpointRows(Checkpoint checkpoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(checkpoint.Position);
        Position = checkpoint.Position;
        ForgetSeenBeforeDay = checkpoint.ForgetSeenBeforeDay;
        // In the order of the key: neighbours share pages, and a page is then read and written once.
        var members = checkpoint.Members.Select(MemberRow.Of).ToArray();
        Array.Sort(members, static (left, right) => left.Member.AsSpan().SequenceCompareTo(right.Member));
        for (var i = 1; i < members.Length; i++) RefuseTwice(members[i - 1].Member.AsSpan().SequenceEqual(members[i].Member), "A member");
        Members = members;
        RefuseTwice(checkpoint.Symbols.DistinctBy(symbol => symbol.Id).Count() < checkpoint.Symbols.Count, "A symbol's id");
        Symbols = [.. checkpoint.Symbols.Select(SymbolRow.Of)];
        SeenIds = [.. checkpoint.SeenIds.Select(SeenRow.Of)];
        FilterCounts = checkpoint.FilterCounts is { } counts ? Rows.Array(counts.Counts) : null;
        Bytes = Members.Sum(m => (long)m.Member.Length + m.State.Length)
            + Symbols.Sum(s => (long)s.Text.Length)
            + SeenIds.Sum(s => (long)s.Fingerprints.Length)
            + (FilterCounts?.Length ?? 0);
    }

    public long Position { get; }

    public int ForgetSeenBeforeDay { get; }

    public IReadOnlyList<MemberRow> Members { get; }

    public IReadOnlyList<SymbolRow> Symbols { get; }

    public IReadOnlyList<SeenRow> SeenIds { get; }

    /// <summary>Null when what was saved before stays.</summary>
    public byte[]? FilterCounts { get; }

    public long Bytes { get; }

    private static void RefuseTwice(bool isTwice, string what)
    {
        if (isTwice) throw new ArgumentException($"{what} comes twice in a checkpoint.");
    }
}

internal readonly record struct MemberRow(byte[] Member, uint Checksum, byte[] State)
{
    public static MemberRow Of(SavedMember saved)
    {
        var member = StoredText.NameToBytes(saved.Member);
        return new(member, Storage.Checksum.OfMember(member, saved.State.Span), Rows.Array(saved.State));
    }
}

internal readonly record struct SymbolRow(int Id, byte[] Text)
{
    public static SymbolRow Of(SavedSymbol symbol)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(symbol.Id);
        return new(symbol.Id, StoredText.ToBytes(symbol.Text));
    }
}

internal readonly record struct SeenRow(int Day, uint Checksum, byte[] Fingerprints)
{
    public static SeenRow Of(SeenIds seen) =>
        new(seen.Day, Storage.Checksum.OfSeenIds(seen.Day, seen.Fingerprints.Span), Rows.Array(seen.Fingerprints));
}

internal static class Rows
{
    /// <summary>The memory as an array: itself where it is a whole one, else a copy. The database drivers take arrays.</summary>
    public static byte[] Array(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Array is { } array && segment.Count == array.Length
            ? array
            : memory.ToArray();
}
