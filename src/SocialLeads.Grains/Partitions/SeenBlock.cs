using System.Buffers.Binary;

namespace SocialLeads.Grains.Partitions;

/// <summary>The saved form of remembered ids: their fingerprints, 8 bytes each, little-endian.</summary>
/// <param name="room">How many it can hold.</param>
internal sealed class SeenBlock(int room)
{
    private readonly byte[] _bytes = new byte[room * sizeof(ulong)];
    private int _length;

    public bool IsFull => _length == _bytes.Length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>Adds as many as there is room for, and gives the others.</summary>
    public ReadOnlySpan<ulong> Add(ReadOnlySpan<ulong> fingerprints)
    {
        var count = Math.Min(fingerprints.Length, (_bytes.Length - _length) / sizeof(ulong));
        foreach (var fingerprint in fingerprints[..count])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(_length), fingerprint);
            _length += sizeof(ulong);
        }

        return fingerprints[count..];
    }

    /// <summary>The fingerprints of a saved block.</summary>
    public static ulong[] Decode(ReadOnlySpan<byte> bytes)
    {
        var fingerprints = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < fingerprints.Length; i++)
            fingerprints[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        return fingerprints;
    }
}
