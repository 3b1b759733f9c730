using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Members;

/// <summary>
/// The read side of one member: it explains scores under any model and day from a copy of the member's features, so that this work is done
/// beside the partition's writing and not within it, and remembers the last few. Each question first asks the partition whether what is
/// remembered is still current, which costs the partition one look-up. A few minutes after the last question it is gone.
/// </summary>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class MemberGrain(ModelCatalog models, PartitionRouter router) : Grain, IMemberGrain
{
    private const int MostRemembered = 4;

    private readonly Dictionary<BoardId, MemberScore?> _scores = [];
    private long _version;

    public async Task<MemberScore?> Score(string tenant, string member, BoardId board)
    {
        var partition = GrainFactory.GetGrain<IPartitionGrain>(PartitionKey.Format(router.PartitionOf(tenant, member)));
        var reading = await partition.ReadMember(member, _scores.ContainsKey(board) ? _version : 0);
        if (!reading.IsKnown)
        {
            // Nobody recorded anything of this member: hold no activation for a name that was only asked about.
            DeactivateOnIdle();
            return null;
        }

        if (reading.Version != _version) _scores.Clear();
        _version = reading.Version;
        if (_scores.TryGetValue(board, out var known)) return known;
        var features = PortableFeatures.Parse(reading.Features.AsMemory());
        var scorer = new Scorer(models.Get(board.Model, board.ModelVersion), features.Symbols);
        var score = scorer.Explain(features.Packed.Span, board.AsOfDay) is { } explanation ? ToScore(explanation) : null;
        if (_scores.Count >= MostRemembered) _scores.Clear();
        _scores.Add(board, score);
        return score;
    }

    private static MemberScore ToScore(Explanation explanation) => new(
        explanation.Points.Thousandths,
        explanation.Score,
        [
            .. explanation.Contributions.Select(one =>
                new ScoredContribution(one.Signal, one.Facet, one.Measured, one.Points.Thousandths)),
        ]);
}
