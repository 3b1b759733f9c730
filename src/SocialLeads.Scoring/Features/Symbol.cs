using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialLeads.Scoring.Features;

/// <summary>What a symbol table knows of a series.</summary>
internal sealed class Symbol(SeriesKey key)
{
    private ulong _priority;

    public SeriesKey Key { get; } = key;

    public CellShape Shape { get; } = ShapeOf(key);

    /// <summary>The place in <see cref="FeatureBounds"/> of the bound that its counters come under.</summary>
    public int BoundClass { get; } = key.Metric switch
    {
        Metric.Peers => FeatureBounds.PeersClass,
        Metric.Outcomes or Metric.OutcomeAmounts => FeatureBounds.OutcomesClass,
        _ => (int)key.Dimension,
    };

    /// <summary>The first 64 bits of the SHA-256 of the series' text.</summary>
    public ulong Priority
    {
        get
        {
            // Few members pass a bound, so most are never asked for. Two threads that find it together write the same.
            // An outcome's amount is kept or dropped with the outcome, so both have the same.
            if (_priority == 0) _priority = Hash(Key.Metric == Metric.OutcomeAmounts ? Key with { Metric = Metric.Outcomes } : Key);
            return _priority;
        }
    }

    private static ulong Hash(in SeriesKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(SeriesText.Encode(key)), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static CellShape ShapeOf(in SeriesKey key) => key.Metric switch
    {
        Metric.Count when key.Dimension is Dimension.Group or Dimension.EmailDomain => CellShape.StampedSum,
        Metric.LatestDuration or Metric.LatestValue => CellShape.Latest,
        Metric.Peers or Metric.Outcomes or Metric.OutcomeAmounts => CellShape.Peers,
        _ => CellShape.Sum,
    };
}
