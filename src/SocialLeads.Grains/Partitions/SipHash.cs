using System.Numerics;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// SipHash-2-4 (Aumasson and Bernstein, 2012) over words of 64 bits: a hash of short texts that, without the key, cannot be told
/// from a random function, at a small part of the price of SHA-256.
/// </summary>
internal struct SipHash(ulong key0, ulong key1)
{
    private ulong _v0 = key0 ^ 0x736f6d6570736575;
    private ulong _v1 = key1 ^ 0x646f72616e646f6d;
    private ulong _v2 = key0 ^ 0x6c7967656e657261;
    private ulong _v3 = key1 ^ 0x7465646279746573;

    public void Add(ulong word)
    {
        _v3 ^= word;
        Round();
        Round();
        _v0 ^= word;
    }

    public ulong Finish(ulong last)
    {
        Add(last);
        _v2 ^= 0xff;
        for (var round = 0; round < 4; round++) Round();
        return _v0 ^ _v1 ^ _v2 ^ _v3;
    }

    private void Round()
    {
        _v0 += _v1;
        _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
        _v0 = BitOperations.RotateLeft(_v0, 32);
        _v2 += _v3;
        _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
        _v0 += _v3;
        _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
        _v2 += _v1;
        _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
        _v2 = BitOperations.RotateLeft(_v2, 32);
    }
}
