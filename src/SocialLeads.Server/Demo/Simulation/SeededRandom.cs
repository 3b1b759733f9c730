using System.Numerics;

namespace SocialLeads.Server.Demo.Simulation;

/// <summary>
/// Blackman and Vigna's xoshiro256**, in integers alone. <see cref="Random"/> does not promise the same numbers
/// for the same seed from one version of .NET to the next; the simulation needs that promise.
/// </summary>
internal sealed class SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3)
{
    private const int LargestCount = 50;

    private ulong _s0 = s0;
    private ulong _s1 = s1;
    private ulong _s2 = s2;
    private ulong _s3 = s3;

    /// <summary>
    /// The generator numbered <paramref name="stream"/> of a seed. Everybody in the simulation has one, so that
    /// what one member does never shifts what another does.
    /// </summary>
    public static SeededRandom Of(ulong seed, ulong stream)
    {
        var spread = new SplitMix64(seed);
        var mix = new SplitMix64(spread.Next() ^ unchecked(stream * 0xD1342543DE82EF95UL));
        return new SeededRandom(mix.Next(), mix.Next(), mix.Next(), mix.Next());
    }

    /// <summary>The next number, 0 to 2^64 − 1.</summary>
    public ulong Next()
    {
        var result = unchecked(BitOperations.RotateLeft(unchecked(_s1 * 5), 7) * 9);
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from 0 to <paramref name="bound"/> − 1; the bound is at least 1.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }

    /// <summary>A number from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
    public int Between(int lowest, int highest) => lowest + Below(highest - lowest + 1);

    /// <summary>True with the given probability in thousandths; never at 0, always at 1000.</summary>
    public bool Chance(int thousandths) => Below(1000) < thousandths;

    /// <summary>
    /// How often something happens that happens <paramref name="meanInMillionths"/> / 1,000,000 times on average:
    /// geometric, so quiet spells and bursts are more common than with independent events. At most 50.
    /// </summary>
    public int Count(int meanInMillionths)
    {
        var count = 0;
        while (count < LargestCount && Below(1_000_000 + meanInMillionths) < meanInMillionths)
            count++;

        return count;
    }

    /// <summary>One of the items, each as likely as any other; there is at least one.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Puts the items in random order.</summary>
    public void Shuffle<T>(T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
