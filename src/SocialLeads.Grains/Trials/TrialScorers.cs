using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Trials;

/// <summary>The scorers of two models that are compared. One thread at a time.</summary>
internal sealed class TrialScorers(TrialQuestion question, SymbolTable symbols)
{
    private const int MostSignals = 8;

    private readonly Scorer _draft = new(ModelOf(question.Draft), symbols, tellsOwnDomain: true);
    private readonly Scorer _against = new(ModelOf(question.Against), symbols);

    /// <summary>Whether a model counts colleagues.</summary>
    public bool CountColleagues => (_draft.Model.Colleagues ?? _against.Model.Colleagues) is not null;

    /// <summary>The model of a valid document.</summary>
    /// <exception cref="ArgumentException">It is not valid.</exception>
    public static ScoringModel ModelOf(string document) =>
        ModelDocument.Parse(document).Model ?? throw new ArgumentException("The document of a trial is not valid.", nameof(document));

    /// <summary>Whether they are of the same models; the day may be another.</summary>
    public bool AreOf(TrialQuestion other) => question.Draft == other.Draft && question.Against == other.Against;

    /// <summary>Own points under both, and the own e-mail domain.</summary>
    public (long Draft, long Against, string Domain) Points(byte[] features, int day)
    {
        var draft = PointsOf(_draft, features, day);
        return (draft, PointsOf(_against, features, day), _draft.OwnDomain);
    }

    public TrialMember Explain(string member, byte[] features, int day, TrialNamed named)
    {
        var draft = _draft.Explain(features, day, InputsOf(named.DraftColleagues));
        var against = _against.Explain(features, day, InputsOf(named.AgainstColleagues));
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

    private static ScoreInputs InputsOf(long? colleagues) => new(colleagues is { } figure ? Scoring.Scores.Points.FromThousandths(figure) : null);

    private static long PointsOf(Scorer scorer, byte[] features, int day) =>
        scorer.TryPoints(features, day, out var points) ? points.Thousandths : TrialSlice.None;

    private static Dictionary<string, long> SumsOf(Explanation? explanation) => (explanation?.Contributions ?? [])
        .GroupBy(one => one.Signal, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(one => one.Points.Thousandths), StringComparer.Ordinal);
}
