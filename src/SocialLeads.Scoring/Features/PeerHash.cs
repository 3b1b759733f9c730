using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Peers are told apart by 48 bits of SHA-256 rather than by name: a partition may see a million. Two of the 512 peers a
/// member may have are taken for one with a chance of about 5 in 10^10.
/// </summary>
internal static class PeerHash
{
    /// <summary>The first 48 bits of the SHA-256 of the peer's id in UTF-8.</summary>
    public static long Of(string peer)
    {
        Span<byte> utf8 = stackalloc byte[1024];
        if (!Encoding.UTF8.TryGetBytes(peer, utf8, out var length))
        {
            utf8 = Encoding.UTF8.GetBytes(peer);
            length = utf8.Length;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], hash);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 16);
    }

    /// <summary>A 64-bit hash of a peer in a series, by the finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    public static ulong InSeries(long peer, ulong seriesPriority)
    {
        var z = seriesPriority ^ ((ulong)peer + 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
