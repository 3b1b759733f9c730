using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Which partition of a tenant a member belongs to: the same on every machine and for the life of a store, because
/// the log and the states are kept by partition.
/// </summary>
public sealed class PartitionRouter(int partitionCount)
{
    /// <summary>Partitions for each tenant, fixed when the store was made.</summary>
    public int PartitionCount { get; } = partitionCount;

    /// <summary>CRC-32C of tenant, zero byte and member, spread by Fibonacci hashing, modulo the number of partitions.</summary>
    public PartitionId PartitionOf(string tenant, string member)
    {
        var crc = AddText(uint.MaxValue, tenant);
        crc = BitOperations.Crc32C(crc, (byte)0);
        crc = AddText(crc, member);
        var spread = (uint)((crc * 0x9E37_79B9_7F4A_7C15UL) >> 32);
        return new PartitionId(tenant, (int)(spread % (uint)PartitionCount));
    }

    /// <summary>All partitions of a tenant.</summary>
    public IEnumerable<PartitionId> PartitionsOf(string tenant) =>
        Enumerable.Range(0, PartitionCount).Select(index => new PartitionId(tenant, index));

    private static uint AddText(uint crc, string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > bytes.Length) bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        bytes = bytes[..length];
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return crc;
    }
}
