using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// The first 64 bits of SHA-256 over the member, a zero byte and the activity's id: a hash nobody can make collide
/// on purpose, so that no sender can have another's activity taken for a duplicate.
/// </summary>
internal static class ActivityFingerprint
{
    public static ulong Of(string member, string id)
    {
        Span<byte> text = stackalloc byte[512];
        var length = Encoding.UTF8.GetByteCount(member) + 1 + Encoding.UTF8.GetByteCount(id);
        if (length > text.Length) text = new byte[length];
        var written = Encoding.UTF8.GetBytes(member, text);
        text[written++] = 0;
        written += Encoding.UTF8.GetBytes(id, text[written..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..written], hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
