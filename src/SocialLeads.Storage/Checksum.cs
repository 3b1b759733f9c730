using System.Buffers.Binary;
using System.Numerics;

namespace SocialLeads.Storage;

/// <summary>CRC-32C (Castagnoli), by which a stored row is told from a damaged one.</summary>
internal static class Checksum
{
    /// <summary>Of a log entry: of its position, as eight little-endian bytes, and its payload.</summary>
    public static uint OfEntry(long position, ReadOnlySpan<byte> payload) => ~Add(Add(uint.MaxValue, position), payload);

    /// <summary>Of a member's state: of the member's UTF-8 bytes and the state.</summary>
    public static uint OfMember(ReadOnlySpan<byte> member, ReadOnlySpan<byte> state) => ~Add(Add(uint.MaxValue, member), state);

    /// <summary>Of a block of seen ids: of its day, as eight little-endian bytes, and the fingerprints.</summary>
    public static uint OfSeenIds(int day, ReadOnlySpan<byte> fingerprints) => ~Add(Add(uint.MaxValue, (long)day), fingerprints);

    /// <summary>Of a model's document: of the model's UTF-8 bytes, its version, as eight little-endian bytes, and the document.</summary>
    public static uint OfModel(ReadOnlySpan<byte> model, int version, ReadOnlySpan<byte> document) =>
        ~Add(Add(Add(uint.MaxValue, model), (long)version), document);

    /// <summary>Of what filters are counted of.</summary>
    public static uint OfFilterCounts(ReadOnlySpan<byte> counts) => ~Add(uint.MaxValue, counts);

    private static uint Add(uint crc, long number) => BitOperations.Crc32C(crc, (ulong)number);

    private static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);

        return crc;
    }
}
