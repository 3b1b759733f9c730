using System.Globalization;
using SocialLeads.Faults.Traffic;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Outcomes;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Faults.Checking;

/// <summary>
/// What a server must serve that recorded certain activities, each once: one fold over all of them in an order that the server
/// never saw, without partitions, checkpoints, a log or remembered ids.
/// </summary>
internal static class Reference
{
    private static readonly ScoringModel _model = ModelPacks.Load().Single(model => model.Id == ModelPacks.DefaultModel);

    /// <param name="activities">Distinct by member and id.</param>
    /// <param name="order">Shuffles them.</param>
    public static Standing Of(IEnumerable<Activity> activities, Random order)
    {
        var shuffled = activities.ToArray();
        order.Shuffle(shuffled);
        var symbols = new SymbolTable();
        var fold = new FeatureFold(symbols);
        var features = shuffled
            .GroupBy(activity => activity.Member, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => fold.Fold([], own.ToArray()), StringComparer.Ordinal);
        var scorer = new Scorer(_model, symbols);
        var outcomes = new OutcomeReader(symbols);
        return new Standing(
            ActivityMaker.ComparedDays.ToDictionary(day => day, day => Score(scorer, features, day.DayNumber)),
            [.. features.SelectMany(member => Outcomes(member.Key, outcomes.Read(member.Value))).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Outcomes(string member, IEnumerable<Outcome> outcomes) => outcomes.Select(one => OutcomeText.Of(
        member, (int)one.Kind, DateOnly.FromDayNumber(one.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.AmountThousandths ?? 0));

    private static Dictionary<string, string> Score(Scorer scorer, Dictionary<string, byte[]> features, int day)
    {
        var explained = new List<(string Member, Explanation Explanation)>();
        foreach (var (member, packed) in features)
        {
            if (scorer.Explain(packed, day) is { } explanation) explained.Add((member, explanation));
        }

        return explained
            .OrderByDescending(one => one.Explanation.Points)
            .ThenBy(one => one.Member, StringComparer.Ordinal)
            .Select((one, index) => (one.Member, Text: LeadText.Of(index + 1, one.Explanation)))
            .ToDictionary(one => one.Member, one => one.Text, StringComparer.Ordinal);
    }
}
