using System.Text;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// A member's features that stand by themselves, with the names of their series: what crosses from one partition or
/// process to another. The same activities give the same bytes, whatever the symbol table they were folded with.
/// </summary>
/// <remarks>
/// The form: how many series there are, the text of each (length in bytes, UTF-8) in ordinal order, and the features packed
/// with their places in this order for ids.
/// </remarks>
public sealed class PortableFeatures
{
    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly int _packedAt;

    private PortableFeatures(ReadOnlyMemory<byte> bytes, int packedAt, SymbolTable symbols)
    {
        Bytes = bytes;
        Symbols = symbols;
        _packedAt = packedAt;
    }

    /// <summary>The canonical bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The features, packed by <see cref="Symbols"/>: a scorer of these can read them as they are.</summary>
    public ReadOnlyMemory<byte> Packed => Bytes[_packedAt..];

    /// <summary>The series of these features alone, in ordinal order of their texts.</summary>
    public SymbolTable Symbols { get; }

    /// <summary>Takes features out of a symbol table.</summary>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public static PortableFeatures Export(ReadOnlySpan<byte> features, SymbolTable symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        var cells = new CellList();
        FeatureHeader? header = features.IsEmpty ? null : PackedCells.Read(features, symbols, cells);
        var texts = new SortedDictionary<string, SeriesKey>(StringComparer.Ordinal);
        foreach (ref readonly var cell in cells.Span)
        {
            var key = symbols[cell.Series];
            texts.TryAdd(SeriesText.Encode(key), key);
        }

        var own = new SymbolTable();
        var bytes = new VarintBuffer();
        bytes.Write((ulong)texts.Count);
        foreach (var (text, key) in texts)
        {
            own.Intern(key);
            var utf8 = Encoding.UTF8.GetBytes(text);
            bytes.Write((ulong)utf8.Length);
            bytes.Write(utf8);
        }
        var packedAt = bytes.Length;
        Renumber(cells, symbols, own);
        if (header is { } h) bytes.Write(new PackedWriter().Write(h, cells.Span, own));
        return new(bytes.ToArray(), packedAt, own);
    }

    /// <summary>Reads what <see cref="Bytes"/> gave.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static PortableFeatures Parse(ReadOnlyMemory<byte> bytes)
    {
        var position = 0;
        var symbols = new SymbolTable();
        for (var count = Varint.Read(bytes.Span, ref position, bytes.Length); count > 0; count--)
        {
            var length = (int)Varint.Read(bytes.Span, ref position, bytes.Length);
            if (length > bytes.Length - position) Varint.Throw("ends too early", position);
            var text = bytes.Span.Slice(position, length);
            position += length;
            try
            {
                symbols.Intern(SeriesText.Parse(_strictUtf8.GetString(text)));
            }
            catch (Exception e) when (e is FormatException or DecoderFallbackException)
            {
                throw new InvalidDataException($"Damaged features: no name of a series before offset {position}.", e);
            }
        }
        if (position < bytes.Length) PackedCells.Read(bytes.Span[position..], symbols, new());
        return new(bytes, position, symbols);
    }

    /// <summary>Packs the features by a symbol table; new series are added to it.</summary>
    public byte[] Import(SymbolTable symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (Packed.IsEmpty) return [];
        var cells = new CellList();
        var header = PackedCells.Read(Packed.Span, Symbols, cells);
        Renumber(cells, Symbols, symbols);
        return new PackedWriter().Write(header, cells.Span, symbols);
    }

    private static void Renumber(CellList cells, SymbolTable from, SymbolTable to)
    {
        foreach (ref var cell in cells.Span) cell.Series = to.Intern(from[cell.Series]);
        cells.SortAndMerge(to);
    }
}
