using SocialLeads.Faults.Checking;
using SocialLeads.Faults.Traffic;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;
using SocialLeads.V1;

namespace SocialLeads.Faults.Failovers;

/// <summary>Members of whom all that was ever sent is known, so that a single answer can be told right or wrong.</summary>
internal sealed class KnownMembers
{
    private static readonly ScoringModel _model = ModelPacks.Load().Single(model => model.Id == ModelPacks.DefaultModel);

    private readonly Lock _lock = new();
    private readonly SymbolTable _symbols = new();
    private readonly Dictionary<string, byte[]> _features = [];
    private readonly FeatureFold _fold;
    private readonly Scorer _scorer;

    public KnownMembers() => (_fold, _scorer) = (new FeatureFold(_symbols), new Scorer(_model, _symbols));

    /// <summary>Notes an activity that was acknowledged.</summary>
    public void Add(Scoring.Activities.Activity activity)
    {
        lock (_lock) _features[activity.Member] = _fold.Fold(_features.GetValueOrDefault(activity.Member, []), [activity]);
    }

    /// <param name="lead">As of <see cref="ActivityMaker.NewestDay"/>; its rank may be any.</param>
    /// <exception cref="FaultException">It is not that of what was noted.</exception>
    public void RequireRight(Lead lead)
    {
        var (expected, served) = (Expected(lead), LeadText.Of(lead));
        if (served == expected) return;
        throw new FaultException(
            $"The score of '{lead.Member}' is not that of what was acknowledged.\nexpected: {expected}\nserved:   {served}");
    }

    private string Expected(Lead lead)
    {
        lock (_lock) return LeadText.Of(lead.Rank, _scorer.Explain(_features[lead.Member], ActivityMaker.NewestDay.DayNumber)!);
    }
}
