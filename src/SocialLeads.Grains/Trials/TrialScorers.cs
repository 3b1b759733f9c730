using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Trials;

/// <summary>The scorers of two models that are compared. One thread at a time.</summary>
internal sealed class TrialScorers(TrialQuestion question, SymbolTable symbols)
{
    private const int MostSignals = 8;

    private readonly Scorer _draft = ScorerOf(question.Draft, symbols);
    private readonly Scorer _against = ScorerOf(question.Against, symbols);

    /// <summary>Whether they are of the same models; the day may be another.</summary>
    public bool AreOf(TrialQuestion other) => question.Draft == other.Draft && question.Against == other.Against;

    public (long Draft, long Against) Points(byte[] features, int day) => (PointsOf(_draft, features, day), PointsOf(_against, features, day));

    public TrialMember Explain(string member, byte[] features, int day)
    {
        var (draft, against) = (_draft.Explain(features, day), _against.Explain(features, day));
        var (now, then) = (SumsOf(draft), SumsOf(against));
        var signals = now.Keys.Union(then.Keys)
            .Select(signal => new SignalDifference(signal, now.GetValueOrDefault(signal), then.GetValueOrDefault(signal)))
            .Where(one => one.DraftPoints != one.AgainstPoints)
            .OrderByDescending(one => Math.Abs(one.DraftPoints - one.AgainstPoints)).ThenBy(one => one.Signal, StringComparer.Ordinal);
        return new TrialMember(
            member,
            draft?.Points.Thousandths ?? 0,
            draft?.Score ?? 0,
            against?.Points.Thousandths ?? 0,
            against?.Score ?? 0,
            [.. signals.Take(MostSignals)]);
    }

    private static Scorer ScorerOf(string document, SymbolTable symbols) => new(
        ModelDocument.Parse(document).Model ?? throw new ArgumentException("The document of a trial is not valid.", nameof(document)), symbols);

    private static long PointsOf(Scorer scorer, byte[] features, int day) =>
        scorer.TryPoints(features, day, out var points) ? points.Thousandths : TrialSlice.None;

    private static Dictionary<string, long> SumsOf(Explanation? explanation) => (explanation?.Contributions ?? [])
        .GroupBy(one => one.Signal, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(one => one.Points.Thousandths), StringComparer.Ordinal);
}
