namespace SocialLeads.Scoring.Features;

/// <summary>
/// Adds sorted cells to packed features in one pass over the bytes. One activity touches a handful of a member's series; the
/// others are copied as they are, so that a member with a long history costs hardly more than a new one. Keeps its buffers.
/// </summary>
internal sealed class PackedMerge(SymbolTable symbols, PackedWriter writer)
{
    private readonly CellList _own = new();
    private readonly CellMerge _merge = new();

    /// <summary>
    /// Writes the features with the cells added, and tells by bits in which classes of <see cref="FeatureBounds"/> the
    /// member has new counters by it.
    /// </summary>
    /// <param name="features">Packed features; may be empty.</param>
    /// <param name="header">What the header becomes.</param>
    /// <param name="oldestKept">The oldest day that is kept singly.</param>
    /// <param name="added">Sorted cells, none dated before <paramref name="oldestKept"/>.</param>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public int Run(ReadOnlySpan<byte> features, FeatureHeader header, int oldestKept, ReadOnlySpan<Cell> added)
    {
        writer.Begin(header);
        if (features.IsEmpty) return AddNew(added);
        var reader = new PackedReader(features);
        // Ages count from the newest day: when it moves on, every age is another.
        var copies = header.NewestDay == reader.Header.NewestDay;
        var undateBefore = reader.Header.FirstDay < oldestKept ? oldestKept : 0;
        var newCounters = 0;
        var copyFrom = -1;
        while (reader.NextSeries())
        {
            if (copies && (added.IsEmpty || reader.Series < added[0].Series))
            {
                // A series right behind the same one as before keeps even its head: runs of them are copied in one go.
                if (copyFrom < 0 && writer.LastSeries == reader.SeriesBefore) copyFrom = reader.SeriesStart;
                if (copyFrom < 0) writer.Copy(reader.Series, reader.Shape, reader.IsSingle, reader.TakeBody());
                continue;
            }
            CopyRun(features, ref copyFrom, reader);
            var between = 0;
            while (between < added.Length && added[between].Series < reader.Series) between++;
            newCounters |= AddNew(added[..between]);
            added = added[between..];
            if (added.Length > 0 && added[0].Series == reader.Series)
            {
                var count = Cell.CountOfFirstSeries(added);
                ReadOwn(ref reader, undateBefore);
                if (_merge.Run(reader.Shape, _own.Span, added[..count])) newCounters |= ClassOf(reader.Series);
                writer.Add(reader.Shape, _merge.Merged);
                added = added[count..];
            }
            else if (copies)
            {
                writer.Copy(reader.Series, reader.Shape, reader.IsSingle, reader.TakeBody());
            }
            else
            {
                ReadOwn(ref reader, undateBefore);
                writer.Add(reader.Shape, _own.Span);
            }
        }
        if (copyFrom >= 0) writer.CopyRun(features[copyFrom..], reader.Series);
        return newCounters | AddNew(added);
    }

    private void CopyRun(ReadOnlySpan<byte> features, ref int from, in PackedReader reader)
    {
        if (from < 0) return;
        writer.CopyRun(features[from..reader.SeriesStart], reader.SeriesBefore);
        from = -1;
    }

    /// <summary>Writes series that the member did not have.</summary>
    private int AddNew(ReadOnlySpan<Cell> added)
    {
        var newCounters = 0;
        while (!added.IsEmpty)
        {
            var count = Cell.CountOfFirstSeries(added);
            writer.Add(symbols.At(added[0].Series).Shape, added[..count]);
            newCounters |= ClassOf(added[0].Series);
            added = added[count..];
        }
        return newCounters;
    }

    private int ClassOf(int series) => 1 << symbols.At(series).BoundClass;

    private void ReadOwn(ref PackedReader reader, int oldestKept)
    {
        PackedCells.Check(reader, symbols);
        _own.Clear();
        while (reader.NextCell(out var cell)) _own.Add(cell);
        _own.Undate(oldestKept, symbols);
    }
}
