namespace SocialLeads.Scoring.Features;

internal readonly ref struct PackedReader
{
    private readonly ReadOnlySpan<byte> _bytes;

    public PackedReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public FeatureHeader ReadHeader() => throw new NotImplementedException(_bytes.Length.ToString());
}
