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
            Check(reader, symbols);
            while (reader.NextCell(out var cell)) cells.Add(cell);
        }
        return reader.Header;
    }

    /// <summary>Refuses a series that cannot be what its number says.</summary>
    public static void Check(in PackedReader reader, SymbolTable symbols)
    {
        if (reader.Series >= symbols.Count) reader.Throw("has a series that the symbol table does not have");
        if (symbols.At(reader.Series).Shape != reader.Shape) reader.Throw("has a series of another shape than its symbol");
    }
}
