using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Explains members' scores, and remembers the latest: who is busy, and so long to explain, is also who is asked about
/// most. Two generations, of which the older is forgotten when the younger is full, are as good as a list by last use and need none.
/// </summary>
internal sealed class Explanations(ScorerCache scorers)
{
    private const int MostInGeneration = 512;

    private Dictionary<(MemberEntry, BoardId), Remembered> _young = [];
    private Dictionary<(MemberEntry, BoardId), Remembered> _old = [];

    /// <summary>The score that is remembered of a member as it is now.</summary>
    public bool TryRecall(MemberEntry entry, BoardId board, out MemberScore? score)
    {
        score = null;
        if (!_young.TryGetValue((entry, board), out var known))
        {
            if (!_old.TryGetValue((entry, board), out known)) return false;
            Remember(entry, board, known);
        }

        score = known.Score;
        return known.Version == entry.Version;
    }

    /// <summary>Explains a score that depends on others than the member, and so is not remembered.</summary>
    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public MemberScore? Explain(MemberFeatures features, BoardId board, ScoreInputs inputs)
    {
        var scorer = scorers.Of(board);
        return scorer.Explain(features.Features, board.AsOfDay, inputs) is { } explanation
            ? ToScore(explanation, IsApproximate(scorer, features.Features, board.AsOfDay))
            : null;
    }

    /// <summary>Explains a member's score; null without activity on or before the board's day.</summary>
    /// <exception cref="KeyNotFoundException">No model has this id and version.</exception>
    public MemberScore? Explain(MemberEntry entry, MemberFeatures features, BoardId board)
    {
        var score = Explain(features, board, default);
        Remember(entry, board, new Remembered(features.Version, score));
        return score;
    }

    private void Remember(MemberEntry entry, BoardId board, Remembered remembered)
    {
        if (_young.Count >= MostInGeneration) (_old, _young) = (_young, []);
        _young[(entry, board)] = remembered;
    }

    private static bool IsApproximate(Scorer scorer, byte[] features, int asOfDay) =>
        FeatureHeader.Read(features) is { } header && asOfDay < header.NewestDay && asOfDay < scorer.ExactFrom(features);

    private static MemberScore ToScore(Explanation explanation, bool isApproximate) => new(
        explanation.Points.Thousandths,
        explanation.Score,
        explanation.FitPoints.Thousandths,
        explanation.EngagementPoints.Thousandths,
        [
            .. explanation.Contributions.Select(one =>
                new ScoredContribution(one.Signal, one.Facet, one.Measured, one.Points.Thousandths, one.Evidence)),
        ])
    {
        IsApproximate = isApproximate,
    };

    private readonly record struct Remembered(long Version, MemberScore? Score);
}
