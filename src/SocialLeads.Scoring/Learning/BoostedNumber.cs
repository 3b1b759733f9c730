namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Steps over the ordered bins of a number: one threshold, or a straight line over the bins' places, whichever explains
/// more. Missing values have a step of their own.
/// </summary>
internal sealed class BoostedNumber(ushort[] cells, int count, double[] places, LearnerOptions options) : BoostedPart(cells, count)
{
    public override void Fit(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> shape, Span<double> step)
    {
        var penalty = options.NumberPenalty;
        step[ColumnBins.Missing] = options.LearningRate * sums[ColumnBins.Missing].Step(penalty);
        var values = sums[(ColumnBins.Missing + 1)..];
        var target = step[(ColumnBins.Missing + 1)..];
        var total = CellSum.Of(values);
        var (cut, gain) = BestThreshold(values, total);
        var line = Line.Through(values, places, total, penalty);
        if (line.Gain + options.LinePreference >= gain)
            Take(line, target);
        else
            Take(cut, values, target);
    }

    private void Take(Line line, Span<double> step)
    {
        for (var i = 0; i < step.Length; i++) step[i] = options.LearningRate * line.At(places[i]);
    }

    private void Take(int cut, ReadOnlySpan<CellSum> values, Span<double> step)
    {
        step[..cut].Fill(options.LearningRate * CellSum.Of(values[..cut]).Step(options.NumberPenalty));
        step[cut..].Fill(options.LearningRate * CellSum.Of(values[cut..]).Step(options.NumberPenalty));
    }

    private (int Cut, double Gain) BestThreshold(ReadOnlySpan<CellSum> values, CellSum total)
    {
        var best = (Cut: 0, Gain: double.NegativeInfinity);
        var left = default(CellSum);
        for (var cut = 1; cut < values.Length; cut++)
        {
            left += values[cut - 1];
            var right = total - left;
            if (left.Weight < options.MinWeight || right.Weight < options.MinWeight) continue;
            var gain = left.Gain(options.NumberPenalty) + right.Gain(options.NumberPenalty);
            if (gain > best.Gain) best = (cut, gain);
        }
        return best;
    }
}
