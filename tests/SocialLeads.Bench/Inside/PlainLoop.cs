using System.Runtime.InteropServices;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Bench.Inside;

/// <summary>
/// The plain loop a user would write over the same counters: unpacked into arrays that lie together, in floating point, one pass, one
/// thread. Every counter counts as a sum that decays by day; peers are not told apart, nothing is ranked or explained.
/// </summary>
internal sealed class PlainLoop
{
    private readonly List<Cell> _cells = [];
    private readonly List<int> _ends = [];
    private readonly (int Signal, double Weight)[][] _feeds;
    private readonly double[][] _decays;
    private readonly Signal[] _signals;

    private PlainLoop(ScoringModel model, SymbolTable symbols)
    {
        _signals = [.. model.Signals];
        _decays = [.. model.Plans.Select(plan => Enumerable.Range(0, 4_000).Select(age => (double)plan.AgeWeights[age] / AgeWeights.One).ToArray())];
        _feeds = [.. Enumerable.Range(0, symbols.Count).Select(id => FeedsOf(model, symbols[id]))];
    }

    private static PlainLoop Of(ScoringModel model, SymbolTable symbols, IEnumerable<byte[]> members)
    {
        var loop = new PlainLoop(model, symbols);
        foreach (var features in members)
        {
            var reader = new PackedReader(features);
            while (reader.NextSeries())
            {
                while (reader.NextCell(out var cell))
                {
                    if (cell.When != Scoring.Features.Cell.Remainder)
                        loop._cells.Add(new Cell(reader.Series, Scoring.Features.Cell.DayOf(cell.When), cell.A));
                }
            }

            loop._ends.Add(loop._cells.Count);
        }

        return loop;
    }

    /// <summary>One for each partition: what a counter is called is the partition's own.</summary>
    public static List<PlainLoop> Of(ScoringModel model, IEnumerable<PartitionState> partitions)
    {
        // The features first: folding them may name series that were not met before.
        var read = partitions.Select(state => (state.Symbols, Features: state.Members.Entries.Select(entry => entry.Features).ToList()));
        return read.Select(one => Of(model, one.Symbols, one.Features)).ToList();
    }

    /// <summary>The points of every member as of a day.</summary>
    public double[] Score(int day)
    {
        var points = new double[_ends.Count];
        var sums = new double[_signals.Length];
        var cells = CollectionsMarshal.AsSpan(_cells);
        var at = 0;
        for (var member = 0; member < points.Length; member++)
        {
            Array.Clear(sums);
            for (; at < _ends[member]; at++)
            {
                ref readonly var cell = ref cells[at];
                if (cell.Day > day) continue;
                foreach (var (signal, weight) in _feeds[cell.Series]) sums[signal] += cell.Amount * weight * _decays[signal][day - cell.Day];
            }

            points[member] = Add(sums);
        }

        return points;
    }

    private double Add(double[] sums)
    {
        var points = 0.0;
        for (var signal = 0; signal < sums.Length; signal++)
        {
            if (sums[signal] == 0) continue;
            var one = _signals[signal];
            var transformed = one.Transform.Kind switch
            {
                TransformKind.Logarithmic => Math.Log2(1 + sums[signal] / one.Transform.Parameter),
                TransformKind.Saturating => sums[signal] / (sums[signal] + one.Transform.Parameter),
                _ => sums[signal],
            };
            points += Math.Min(one.WeightThousandths / 1000.0 * transformed, one.Cap.ToDouble());
        }

        return points;
    }

    private static (int Signal, double Weight)[] FeedsOf(ScoringModel model, SeriesKey key) =>
    [
        .. model.Plans.Select((plan, signal) => (plan, signal))
            .Select(one => (one.plan, one.signal, Take: one.plan.Take(key)))
            .Where(one => one.Take is not null)
            .Select(one => (one.signal, one.plan.Signal.FacetWeights.Thousandths(one.Take!.Value.Facet) / 1000.0)),
    ];

    private readonly record struct Cell(int Series, int Day, long Amount);
}
