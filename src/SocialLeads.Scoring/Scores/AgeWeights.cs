using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Scores;

/// <summary>How much a day counts by its age, as whole numbers of 2^-32, so that sums of it are exact in any order.</summary>
internal sealed class AgeWeights
{
    /// <summary>The weight of a day that counts in full.</summary>
    public const long One = 1L << 32;

    /// <summary>The age of what is not dated.</summary>
    public const int Undated = int.MaxValue;

    /// <summary>
    /// An amount below this, times a weight, times the cells that a series can have, stays within 64 bits.
    /// </summary>
    public const long SmallAmount = 1L << 18;

    private readonly long[] _weights = new long[ModelBounds.HorizonDays + 1];
    private readonly long _beyond;

    public AgeWeights(Lookback lookback)
    {
        for (var age = 0; age < _weights.Length; age++) _weights[age] = Of(lookback, age);
        _beyond = lookback.Kind == LookbackKind.AllTime ? One : 0;
        LastTold = Math.Max(0, Array.FindLastIndex(_weights, weight => weight != _beyond));
    }

    /// <summary>
    /// The last age that has to be known: whatever is older counts as what is not dated. 0 if age tells nothing but that it has happened.
    /// </summary>
    public int LastTold { get; }

    /// <summary>The weight of an age of 0 days or more.</summary>
    public long this[int age] => (uint)age < (uint)_weights.Length ? _weights[age] : _beyond;

    /// <summary>The sum of the cells' amounts, weighted by age.</summary>
    public Int128 Sum(ReadOnlySpan<AgedCell> cells)
    {
        long small = 0;
        Int128 large = 0;
        foreach (ref readonly var cell in cells)
        {
            var weight = this[cell.Age];
            if (cell.Amount < SmallAmount) small += cell.Amount * weight;
            else large += Math.BigMul(cell.Amount, weight);
        }
        return large + small;
    }

    /// <summary>The sum of what a plan lets count of the cells' amounts, or second sums, of each day, weighted by age.</summary>
    public Int128 SumWithinDays(ReadOnlySpan<AgedCell> cells, SignalPlan plan, bool seconds)
    {
        Int128 sum = 0;
        foreach (ref readonly var cell in cells)
            sum += Math.BigMul(plan.WithinDay(seconds ? cell.Second : cell.Amount), this[cell.Age]);
        return sum;
    }

    /// <summary>The sum of the cells' second sums, weighted by age.</summary>
    public Int128 SumSeconds(ReadOnlySpan<AgedCell> cells)
    {
        Int128 sum = 0;
        foreach (ref readonly var cell in cells) sum += Math.BigMul(cell.Second, this[cell.Age]);
        return sum;
    }

    private static long Of(Lookback lookback, int age) => lookback.Kind switch
    {
        LookbackKind.Window => age < lookback.Days ? One : 0,
        LookbackKind.HalfLife => (long)Math.Round(One * ExactMath.Exp2(-(double)age / lookback.Days), MidpointRounding.ToEven),
        _ => One,
    };
}
