using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Evaluation;

/// <summary>What several rankings came to over the same members, days and draws.</summary>
public sealed class RankingAccuracies
{
    private readonly PanelFigures _measured;
    private readonly ILookup<int, (string Id, int Place)> _places;

    internal RankingAccuracies(
        PanelFigures measured, ILookup<int, (string Id, int Place)> places, IReadOnlyList<RankingAccuracy> rankings)
    {
        _measured = measured;
        _places = places;
        Rankings = rankings;
    }

    /// <summary>The rankings, in their order.</summary>
    public IReadOnlyList<RankingAccuracy> Rankings { get; }

    /// <summary>By how much the figures of one ranking are above those of another, for the figures that both have.</summary>
    public IReadOnlyDictionary<string, Estimate> Difference(int first, int second) => _places[first]
        .Join(_places[second], one => one.Id, other => other.Id, (one, other) => (one.Id, First: one.Place, Second: other.Place))
        .ToDictionary(both => both.Id, both => _measured.Difference(both.First, both.Second));
}
