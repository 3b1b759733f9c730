namespace SocialLeads.Scoring.Features;

/// <summary>
/// A member's features that stand by themselves, with the names of their series: what crosses from one partition or
/// process to another. The same activities give the same bytes, whatever the symbol table they were folded with.
/// </summary>
public sealed class PortableFeatures
{
    /// <summary>Takes features out of a symbol table.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public static PortableFeatures Export(ReadOnlySpan<byte> features, SymbolTable symbols) => throw new NotImplementedException();

    /// <summary>Reads what <see cref="Bytes"/> gave.</summary>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static PortableFeatures Parse(ReadOnlyMemory<byte> bytes) => throw new NotImplementedException();

    /// <summary>The canonical bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => throw new NotImplementedException();

    /// <summary>Packs the features by a symbol table; new series are added to it.</summary>
    public byte[] Import(SymbolTable symbols) => throw new NotImplementedException();
}
