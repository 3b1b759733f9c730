using System.Collections.Immutable;
using SocialLeads.Scoring.Learning;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Learned;

/// <summary>A learned shape on its way to the steps of a signal: log-odds by the range of a measure in thousandths.</summary>
internal sealed class ShapeBins
{
    private readonly List<Bin> _bins;

    private ShapeBins(IEnumerable<Bin> bins) => _bins = [.. bins];

    /// <summary>How far merging has moved the log-odds of a bin with rows at most.</summary>
    public double LargestChange => _bins.Max(bin => bin.LargestChange);

    /// <summary>The log-odds of who has none of it.</summary>
    public double AtZero => _bins.Last(bin => bin.From <= 0).LogOdds;

    /// <summary>The bins of a shape that was learned from whole thousandths.</summary>
    /// <remarks>A cut is the roundest number between two of them; the next whole one divides the same rows.</remarks>
    public static ShapeBins Of(ShapePart part)
    {
        var cuts = ((NumberBins)part.Bins).Cuts;
        return new(Enumerable.Range(1, part.Bins.Count - 1).Select(bin => new Bin(
            bin == 1 ? -ModelBounds.MaxStepFromThousandths : (long)Math.Ceiling(cuts[bin - 2]),
            part.LogOdds[bin],
            part.Rows[bin],
            0)));
    }

    /// <summary>
    /// Merges neighbours until there are no more than so many: in turn the two whose squared change, weighted by rows, is least (Ward 1963),
    /// the lowest among equals.
    /// </summary>
    public void MergeTo(int most)
    {
        while (_bins.Count > most)
        {
            var least = 0;
            for (var i = 1; i < _bins.Count - 1; i++)
            {
                if (Cost(i) < Cost(least)) least = i;
            }
            _bins[least] = Bin.Merge(_bins[least], _bins[least + 1]);
            _bins.RemoveAt(least + 1);
        }
    }

    /// <summary>Steps in thousandths of a point, with nothing where the measure is 0; null when nothing is left of the shape.</summary>
    public StepShape? ToSteps()
    {
        var (atZero, before) = (AtZero, 0L);
        var steps = ImmutableArray.CreateBuilder<ShapeStep>();
        foreach (var bin in _bins)
        {
            var points = (long)Math.Round(1000 * (bin.LogOdds - atZero), MidpointRounding.ToEven);
            if (points != before) steps.Add(new(bin.From, points));
            before = points;
        }
        return steps.Count == 0 ? null : new(steps.ToImmutable());
    }

    private double Cost(int i) => Bin.Cost(_bins[i], _bins[i + 1]);

    private readonly record struct Bin(long From, double LogOdds, int Rows, double LargestChange)
    {
        public static double Cost(in Bin left, in Bin right)
        {
            if (left.Rows == 0 || right.Rows == 0) return 0;
            var apart = left.LogOdds - right.LogOdds;
            return apart * apart * left.Rows * right.Rows / (left.Rows + right.Rows);
        }

        public static Bin Merge(in Bin left, in Bin right)
        {
            var rows = left.Rows + right.Rows;
            var logOdds = rows == 0 ? left.LogOdds : (left.LogOdds * left.Rows + right.LogOdds * right.Rows) / rows;
            return new(left.From, logOdds, rows, Math.Max(Change(left, logOdds), Change(right, logOdds)));
        }

        private static double Change(in Bin bin, double logOdds) =>
            bin.Rows == 0 ? 0 : bin.LargestChange + Math.Abs(logOdds - bin.LogOdds);
    }
}
