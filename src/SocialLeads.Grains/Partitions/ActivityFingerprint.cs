using System.Buffers.Binary;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// The fingerprint of a member and an activity's id: a hash keyed by the store's secret, so that nobody can look for two that
/// collide and have another's activity taken for a duplicate.
/// </summary>
internal sealed class ActivityFingerprint
{
    private readonly ulong _key0;
    private readonly ulong _key1;

    /// <param name="secret">16 bytes.</param>
    public ActivityFingerprint(ReadOnlySpan<byte> secret)
    {
        _key0 = BinaryPrimitives.ReadUInt64LittleEndian(secret);
        _key1 = BinaryPrimitives.ReadUInt64LittleEndian(secret[8..]);
    }

    /// <summary>The hash of the length of the member's name, of both names' UTF-16 code units, and of the length of all.</summary>
    public ulong Of(string member, string id)
    {
        var state = new SipHash(_key0, _key1);
        // With the length first no other member and id give the same text.
        state.Add((ulong)member.Length);
        Add(ref state, member);
        Add(ref state, id);
        return state.Finish((ulong)(member.Length + id.Length) << 56);
    }

    private static void Add(ref SipHash state, ReadOnlySpan<char> text)
    {
        for (; text.Length >= 4; text = text[4..])
            state.Add(text[0] | (ulong)text[1] << 16 | (ulong)text[2] << 32 | (ulong)text[3] << 48);
        var last = 0UL;
        for (var i = 0; i < text.Length; i++) last |= (ulong)text[i] << (16 * i);
        state.Add(last | (ulong)text.Length << 48);
    }
}
