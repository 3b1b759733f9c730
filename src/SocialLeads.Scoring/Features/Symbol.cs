using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialLeads.Scoring.Features;

/// <summary>What a symbol table knows of a series.</summary>
internal readonly record struct Symbol(SeriesKey Key, ulong Priority, CellShape Shape, int BoundClass)
{
    public static Symbol Of(in SeriesKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(SeriesText.Encode(key)), hash);
        return new(key, BinaryPrimitives.ReadUInt64BigEndian(hash), ShapeOf(key), BoundClassOf(key));
    }

    private static CellShape ShapeOf(in SeriesKey key) => key.Metric switch
    {
        Metric.Count when key.Dimension is Dimension.Group or Dimension.EmailDomain => CellShape.StampedSum,
        Metric.LatestDuration or Metric.LatestValue => CellShape.Latest,
        Metric.Peers => CellShape.Peers,
        _ => CellShape.Sum,
    };

    private static int BoundClassOf(in SeriesKey key) =>
        key.Metric == Metric.Peers ? FeatureBounds.PeersClass : (int)key.Dimension;
}
