using SocialLeads.Scoring.Features;

namespace SocialLeads.Scoring.Scores;

/// <summary>What has to be known of a series to pass over it, in one byte.</summary>
internal readonly struct SeriesLook
{
    private const int ShapeMask = 3;
    private const int FedFlag = 4;
    private const int AdditiveFlag = 8;
    private const int PlainFlag = 16;

    private readonly byte _bits;

    public SeriesLook(CellShape shape, Feed[] feeds)
    {
        var fed = feeds.Length > 0 ? FedFlag : 0;
        var additive = Array.TrueForAll(feeds, static feed => feed.IsAdditive) ? AdditiveFlag : 0;
        var plain = shape == CellShape.Sum && PlainFeed.Is(feeds) ? PlainFlag : 0;
        _bits = (byte)((int)shape | fed | additive | plain);
    }

    /// <summary>The shape of its cells.</summary>
    public CellShape Shape => (CellShape)(_bits & ShapeMask);

    /// <summary>Whether the model looks at it.</summary>
    public bool IsFed => (_bits & FedFlag) != 0;

    /// <summary>Whether it has sums, and a <see cref="PlainFeed"/> tells all that becomes of them.</summary>
    public bool IsPlain => (_bits & PlainFlag) != 0;

    /// <summary>Whether everything that it gives can be added to the signals' sums at once.</summary>
    public bool IsAdditive => (_bits & AdditiveFlag) != 0;
}
