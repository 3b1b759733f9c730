using System.Numerics;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Drops the counters over a bound (<see cref="FeatureBounds"/>): those with the largest hashes. What was dropped once
/// would be dropped again at any later time, and what is kept was never dropped, so the order of arrival does not
/// matter.
/// </summary>
internal sealed class BoundKeeper(SymbolTable symbols)
{
    private readonly int[] _counts = new int[FeatureBounds.Classes];
    private readonly List<ulong> _hashes = [];

    /// <summary>Whether features may be over the bound of one of some classes; they are not if not.</summary>
    /// <param name="features">Packed features.</param>
    /// <param name="classes">The classes, by bits.</param>
    public static bool MayBePassed(ReadOnlySpan<byte> features, int classes)
    {
        for (; classes != 0; classes &= classes - 1)
        {
            var limit = FeatureBounds.Limit(BitOperations.TrailingZeroCount(classes));
            if (features.Length / PackedFormat.LeastCounterBytes > limit) return true;
        }
        return false;
    }

    /// <summary>Whether packed features are over a bound.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public bool IsAnyPassed(ReadOnlySpan<byte> features)
    {
        Array.Clear(_counts);
        var reader = new PackedReader(features);
        while (reader.NextSeries())
        {
            PackedCells.Check(reader, symbols);
            var boundClass = symbols.At(reader.Series).BoundClass;
            _counts[boundClass] += reader.Shape == CellShape.Peers ? CountPeers(ref reader) : 1;
            if (_counts[boundClass] > FeatureBounds.Limit(boundClass)) return true;
        }
        return false;
    }

    /// <summary>Drops cells over a bound from a sorted list, and tells by bits which bounds were passed.</summary>
    public int Apply(CellList cells)
    {
        Array.Clear(_counts);
        var span = cells.Span;
        for (var i = 0; i < span.Length; i++)
        {
            if (StartsCounter(span, i)) _counts[symbols.At(span[i].Series).BoundClass]++;
        }
        var passed = 0;
        for (var boundClass = 0; boundClass < _counts.Length; boundClass++)
        {
            if (_counts[boundClass] <= FeatureBounds.Limit(boundClass)) continue;
            passed |= 1 << boundClass;
            Drop(cells, boundClass);
        }
        return passed;
    }

    private static int CountPeers(ref PackedReader reader)
    {
        var count = 0;
        var last = 0L;
        while (reader.NextCell(out var cell))
        {
            if (count == 0 || cell.Sub != last) count++;
            last = cell.Sub;
        }
        return count;
    }

    private static bool StartsCounter(ReadOnlySpan<Cell> cells, int i) =>
        i == 0 || !Cell.SameCounter(cells[i], cells[i - 1]);

    private void Drop(CellList cells, int boundClass)
    {
        var span = cells.Span;
        _hashes.Clear();
        for (var i = 0; i < span.Length; i++)
        {
            if (StartsCounter(span, i) && symbols.At(span[i].Series).BoundClass == boundClass) _hashes.Add(Hash(span[i]));
        }
        _hashes.Sort();
        var largestKept = _hashes[FeatureBounds.Limit(boundClass) - 1];
        var kept = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (symbols.At(span[i].Series).BoundClass != boundClass || Hash(span[i]) <= largestKept) span[kept++] = span[i];
        }
        cells.Truncate(kept);
    }

    private ulong Hash(in Cell cell)
    {
        var symbol = symbols.At(cell.Series);
        return symbol.Shape == CellShape.Peers ? PeerHash.InSeries(cell.Sub, symbol.Priority) : symbol.Priority;
    }
}
