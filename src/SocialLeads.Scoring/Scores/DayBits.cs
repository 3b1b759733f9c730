using System.Numerics;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>Sets of days by age, for counting days on which something happened, whatever it was.</summary>
internal sealed class DayBits
{
    private const int WordBits = 64;
    private const int Words = ModelBounds.HorizonDays / WordBits + 1;

    private ulong[] _bits = new ulong[8 * Words];
    private int _count;

    public void Clear()
    {
        _bits.AsSpan(0, _count * Words).Clear();
        _count = 0;
    }

    /// <summary>A new empty set; its number is from 1.</summary>
    public int New()
    {
        if ((_count + 1) * Words > _bits.Length) Array.Resize(ref _bits, _bits.Length * 2);
        return ++_count;
    }

    /// <summary>Adds an age of 0 to <see cref="ModelBounds.HorizonDays"/> days.</summary>
    public void Set(int set, int age) => _bits[(set - 1) * Words + age / WordBits] |= 1UL << (age % WordBits);

    /// <summary>How many ages are in a set.</summary>
    public int Count(int set)
    {
        var count = 0;
        foreach (var word in _bits.AsSpan((set - 1) * Words, Words)) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>The sum of the weights of the ages in a set.</summary>
    public Int128 Sum(int set, AgeWeights weights)
    {
        long sum = 0;
        for (var word = 0; word < Words; word++)
        {
            for (var bits = _bits[(set - 1) * Words + word]; bits != 0; bits &= bits - 1)
                sum += weights[word * WordBits + BitOperations.TrailingZeroCount(bits)];
        }
        return sum;
    }
}
