using System.Buffers.Binary;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>The saved form of remembered ids: their fingerprints, 8 bytes each, little-endian.</summary>
internal static class SeenBlock
{
    public static SeenIds Encode(int day, List<ulong> fingerprints)
    {
        var bytes = new byte[fingerprints.Count * sizeof(ulong)];
        for (var i = 0; i < fingerprints.Count; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), fingerprints[i]);
        return new SeenIds(day, bytes);
    }

    public static IEnumerable<ulong> Decode(SeenIds block)
    {
        for (var at = 0; at + sizeof(ulong) <= block.Fingerprints.Length; at += sizeof(ulong))
            yield return BinaryPrimitives.ReadUInt64LittleEndian(block.Fingerprints.Span[at..]);
    }
}
