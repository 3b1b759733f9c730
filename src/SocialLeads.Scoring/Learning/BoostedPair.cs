namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Steps over a grid of two columns: one threshold across the first column and, on each side of it, one across the second;
/// or the other way round.
/// </summary>
internal sealed class BoostedPair(ushort[] cells, PairGrid grid, LearnerOptions options) : BoostedPart(cells, grid.Count)
{
    public override void Fit(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> shape, Span<double> step)
    {
        var straight = BestCross(sums, grid.First.Count, grid.Second.Count, grid.Second.Count, 1);
        var turned = BestCross(sums, grid.Second.Count, grid.First.Count, 1, grid.Second.Count);
        if (straight.Gain >= turned.Gain)
            Take(straight, sums, step, grid.First.Count, grid.Second.Count, grid.Second.Count, 1);
        else
            Take(turned, sums, step, grid.Second.Count, grid.First.Count, 1, grid.Second.Count);
    }

    /// <summary>Cells are at outer * outerStride + inner * innerStride.</summary>
    private Cross BestCross(ReadOnlySpan<CellSum> sums, int outer, int inner, int outerStride, int innerStride)
    {
        Span<CellSum> before = stackalloc CellSum[inner];
        Span<CellSum> after = stackalloc CellSum[inner];
        before.Clear();
        after.Clear();
        for (var o = 0; o < outer; o++)
        {
            for (var i = 0; i < inner; i++) after[i] += sums[o * outerStride + i * innerStride];
        }
        var best = new Cross(0, 0, 0, double.NegativeInfinity);
        for (var cut = 1; cut < outer; cut++)
        {
            for (var i = 0; i < inner; i++)
            {
                var sum = sums[(cut - 1) * outerStride + i * innerStride];
                before[i] += sum;
                after[i] -= sum;
            }
            var (cutBefore, gainBefore) = Best(before);
            var (cutAfter, gainAfter) = Best(after);
            if (gainBefore + gainAfter > best.Gain) best = new(cut, cutBefore, cutAfter, gainBefore + gainAfter);
        }
        return best;
    }

    /// <summary>The best cut, or 0 for none when neither side would have weight enough.</summary>
    private Threshold Best(ReadOnlySpan<CellSum> sums)
    {
        var total = CellSum.Of(sums);
        if (total.Weight < options.MinWeight) return new(0, double.NegativeInfinity);
        var none = new Threshold(0, total.Gain(options.PairPenalty));
        var best = Threshold.Best(sums, total, options.PairPenalty, options.MinWeight);
        return best.Gain > none.Gain ? best : none;
    }

    private void Take(Cross cross, ReadOnlySpan<CellSum> sums, Span<double> step, int outer, int inner, int outerStride, int innerStride)
    {
        if (double.IsNegativeInfinity(cross.Gain)) return;
        Quadrant(sums, step, 0, cross.Cut, 0, cross.Before);
        Quadrant(sums, step, 0, cross.Cut, cross.Before, inner);
        Quadrant(sums, step, cross.Cut, outer, 0, cross.After);
        Quadrant(sums, step, cross.Cut, outer, cross.After, inner);

        void Quadrant(ReadOnlySpan<CellSum> sums, Span<double> step, int fromOuter, int toOuter, int fromInner, int toInner)
        {
            var total = default(CellSum);
            for (var o = fromOuter; o < toOuter; o++)
            {
                for (var i = fromInner; i < toInner; i++) total += sums[o * outerStride + i * innerStride];
            }
            var value = options.LearningRate * total.Step(options.PairPenalty);
            for (var o = fromOuter; o < toOuter; o++)
            {
                for (var i = fromInner; i < toInner; i++) step[o * outerStride + i * innerStride] = value;
            }
        }
    }

    /// <summary>A cut across the outer column, and one across the inner column before and after it.</summary>
    private readonly record struct Cross(int Cut, int Before, int After, double Gain);
}
