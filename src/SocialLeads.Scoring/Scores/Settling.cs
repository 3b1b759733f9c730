using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Finds the points of all signals once all is added, as <see cref="SignalSums.Settle"/> does for one. Logarithms, which take longest, are
/// taken together.
/// </summary>
/// <param name="plans">The signals.</param>
internal sealed class Settling(SignalPlan[] plans)
{
    private readonly double[] _logarithms = new double[2 * plans.Length];
    private readonly (int Signal, bool IsFor)[] _sides = new (int, bool)[2 * plans.Length];
    private int _count;

    /// <summary>Settles sums that were not settled before.</summary>
    public void Settle(SignalSums[] sums)
    {
        _count = 0;
        for (var signal = 0; signal < plans.Length; signal++)
        {
            if (plans[signal] is not { Steps: null, Signal.Transform.Kind: TransformKind.Logarithmic } plan)
            {
                sums[signal].Settle(plans[signal]);
                continue;
            }

            Prepare(signal, plan, sums[signal].Sum(true), isFor: true);
            Prepare(signal, plan, sums[signal].Sum(false), isFor: false);
        }

        ExactMath.Log2(_logarithms.AsSpan(0, _count));
        for (var i = 0; i < _count; i++)
        {
            var (signal, isFor) = _sides[i];
            sums[signal].SetSide(isFor, plans[signal], plans[signal].ThousandthsOfTransformed(_logarithms[i]));
        }
    }

    private void Prepare(int signal, SignalPlan plan, Int128 sum, bool isFor)
    {
        if (sum == 0) return;
        _logarithms[_count] = plan.Signal.Transform.ArgumentOfLogarithm(plan.MeasuredWeighted(sum));
        _sides[_count++] = (signal, isFor);
    }
}
