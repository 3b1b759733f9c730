namespace SocialLeads.Scoring.Learning;

/// <summary>
/// Steps over the ordered bins of a number: one threshold, or a straight line over a scale, whichever explains more. Missing
/// values have a step of their own.
/// </summary>
/// <param name="cells">The bin of each row.</param>
/// <param name="count">How many bins there are.</param>
/// <param name="scales">The scales on which lines are tried; each has a place for every bin but that of missing values.</param>
/// <param name="minGain">What a step must gain beyond a constant; less is taken for noise.</param>
/// <param name="options">How the model is learned.</param>
internal sealed class BoostedNumber(ushort[] cells, int count, double[][] scales, double minGain, LearnerOptions options)
    : BoostedPart(cells, count)
{
    public override void Fit(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> shape, Span<double> step)
    {
        step[ColumnBins.Missing] = options.LearningRate * sums[ColumnBins.Missing].Step(options.NumberPenalty);
        var values = sums[(ColumnBins.Missing + 1)..];
        var target = step[(ColumnBins.Missing + 1)..];
        var total = CellSum.Of(values);
        var least = total.Gain(options.NumberPenalty) + minGain;
        var (cut, thresholdGain) = Threshold.Best(values, total, options.NumberPenalty, options.MinWeight);
        var (line, scale) = BestLine(values, total);
        if (Math.Max(line.Gain, thresholdGain) < least) return;
        if (line.Gain + options.LinePreference >= thresholdGain)
            Take(line, scale, target);
        else
            Take(cut, values, target);
    }

    private void Take(Line line, double[] scale, Span<double> step)
    {
        for (var i = 0; i < step.Length; i++) step[i] = options.LearningRate * line.At(scale[i]);
    }

    private void Take(int cut, ReadOnlySpan<CellSum> values, Span<double> step)
    {
        step[..cut].Fill(options.LearningRate * CellSum.Of(values[..cut]).Step(options.NumberPenalty));
        step[cut..].Fill(options.LearningRate * CellSum.Of(values[cut..]).Step(options.NumberPenalty));
    }

    private (Line Line, double[] Scale) BestLine(ReadOnlySpan<CellSum> values, CellSum total)
    {
        var best = (Line: Line.Through(values, scales[0], total, options.NumberPenalty), Scale: scales[0]);
        foreach (var scale in scales.AsSpan(1))
        {
            var line = Line.Through(values, scale, total, options.NumberPenalty);
            if (line.Gain > best.Line.Gain) best = (line, scale);
        }
        return best;
    }
}
