using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Trials;

/// <summary>The scorers of two models that are compared. One thread at a time.</summary>
/// <param name="question">The models.</param>
/// <param name="symbols">The table that packed the members' features.</param>
/// <param name="texts">What filters match that are not counted in those; null if all are.</param>
internal sealed class TrialScorers(TrialQuestion question, SymbolTable symbols, TrialTexts? texts)
{
    private const int MostSignals = 8;

    private readonly (Scorer Draft, Scorer Against) _plain = ScorersOf(question, symbols);
    private readonly (Scorer Draft, Scorer Against) _withTexts = texts is null ? default : ScorersOf(question, texts.Symbols);

    /// <summary>Whether a model counts colleagues.</summary>
    public bool CountColleagues => (_plain.Draft.Model.Colleagues ?? _plain.Against.Model.Colleagues) is not null;

    /// <summary>The model of a valid document.</summary>
    /// <exception cref="ArgumentException">It is not valid.</exception>
    public static ScoringModel ModelOf(string document) =>
        ModelDocument.Parse(document).Model ?? throw new ArgumentException("The document of a trial is not valid.", nameof(document));

    /// <summary>Whether they are of the same models; the day may be another.</summary>
    public bool AreOf(TrialQuestion other, TrialTexts? otherTexts) =>
        question.Draft == other.Draft && question.Against == other.Against && texts == otherTexts;

    /// <summary>Own points under both, and the own e-mail domain.</summary>
    public (long Draft, long Against, string Domain) Points(string member, byte[] features, int day)
    {
        var (scorers, all) = For(member, features);
        var draft = PointsOf(scorers.Draft, all, day);
        return (draft, PointsOf(scorers.Against, all, day), scorers.Draft.OwnDomain);
    }

    public TrialMember Explain(string member, byte[] features, int day, TrialNamed named)
    {
        var (scorers, all) = For(member, features);
        var draft = scorers.Draft.Explain(all, day, InputsOf(named.DraftColleagues));
        var against = scorers.Against.Explain(all, day, InputsOf(named.AgainstColleagues));
        // Log-odds and points are no differences of one another, and what everybody begins with moves nobody.
        var alike = scorers.Draft.Model.Curve.GetType() == scorers.Against.Model.Curve.GetType();
        var (now, then) = alike ? (SumsOf(draft), SumsOf(against)) : ([], []);
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

    private ((Scorer Draft, Scorer Against) Scorers, byte[] Features) For(string member, byte[] features) =>
        texts?.With(member, features, symbols) is { } both ? (_withTexts, both) : (_plain, features);

    private static (Scorer Draft, Scorer Against) ScorersOf(TrialQuestion question, SymbolTable symbols) =>
        (new(ModelOf(question.Draft), symbols, tellsOwnDomain: true), new(ModelOf(question.Against), symbols));

    private static long PointsOf(Scorer scorer, byte[] features, int day) =>
        scorer.TryPoints(features, day, out var points) ? points.Thousandths : TrialSlice.None;

    private static Dictionary<string, long> SumsOf(Explanation? explanation) => (explanation?.Contributions ?? [])
        .Where(one => one.Signal != ScoringModel.InterceptId)
        .GroupBy(one => one.Signal, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Sum(one => one.Points.Thousandths), StringComparer.Ordinal);
}
