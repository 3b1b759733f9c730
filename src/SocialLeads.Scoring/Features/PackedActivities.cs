using SocialLeads.Scoring.Filters;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// What some activities add to features, packed by <see cref="FeatureFold.Pack"/>, until it is known that they count. Keeps its room.
/// </summary>
public sealed class PackedActivities
{
    private readonly VarintBuffer _bytes = new();
    private readonly List<(int End, int Cells)> _activities = [];

    /// <summary>How many activities there are.</summary>
    public int Count => _activities.Count;

    /// <summary>The filters that were in force when the activities were packed; null when not the same were for all.</summary>
    internal FilterSet? Filters { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _bytes.Clear();
        _activities.Clear();
    }

    internal void Add(ReadOnlySpan<Cell> cells, FilterSet filters)
    {
        Filters = Count == 0 || Filters == filters ? filters : null;
        WaitingFormat.Write(_bytes, cells);
        _activities.Add((_bytes.Length, cells.Length));
    }

    internal ReadOnlySpan<byte> Of(int place, out int cells)
    {
        var start = place == 0 ? 0 : _activities[place - 1].End;
        (var end, cells) = _activities[place];
        return _bytes.Written[start..end];
    }
}
