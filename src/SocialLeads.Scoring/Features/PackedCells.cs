namespace SocialLeads.Scoring.Features;

/// <summary>Takes packed features apart into cells.</summary>
internal static class PackedCells
{
    /// <summary>Adds the cells of features that are not empty to a list, in order.</summary>
    public static FeatureHeader Read(ReadOnlySpan<byte> features, SymbolTable symbols, CellList cells)
    {
        var reader = new PackedReader(features);
        while (reader.NextSeries())
        {
            reader.CheckSymbol(symbols);
            while (reader.NextCell(out var cell)) cells.Add(cell);
        }
        return reader.Header;
    }
}
