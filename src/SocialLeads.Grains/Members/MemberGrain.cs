using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Members;

/// <summary>
/// The read side of one member: it holds a copy of the member's features and explains scores from it, under any model and
/// day, so that this work is done beside the partition's writing and not within it. Each question first asks the
/// partition whether the copy is still current, which costs the partition one look-up.
/// </summary>
internal sealed class MemberGrain(ModelCatalog models, PartitionRouter router) : Grain, IMemberGrain
{
    private readonly Dictionary<BoardId, MemberScore?> _scores = [];
    private IPartitionGrain _partition = null!;
    private string _member = "";
    private long _version;
    private PortableFeatures _features = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (var tenant, _member) = MemberKey.Parse(this.GetPrimaryKeyString());
        _partition = GrainFactory.GetGrain<IPartitionGrain>(PartitionKey.Format(router.PartitionOf(tenant, _member)));
        return Task.CompletedTask;
    }

    public async Task<MemberScore?> Score(BoardId board)
    {
        var reading = await _partition.ReadMember(_member, _version);
        if (!reading.IsKnown)
        {
            // Nobody recorded anything of this member: hold no activation for a name that was only asked about.
            DeactivateOnIdle();
            return null;
        }

        if (reading.Version != _version) Take(reading);
        if (_scores.TryGetValue(board, out var known)) return known;
        var scorer = new Scorer(models.Get(board.Model, board.ModelVersion), _features.Symbols);
        var score = scorer.Explain(_features.Packed.Span, board.AsOfDay) is { } explanation ? ToScore(explanation) : null;
        if (_scores.Count >= 8) _scores.Clear();
        _scores.Add(board, score);
        return score;
    }

    private void Take(MemberReading reading)
    {
        _features = PortableFeatures.Parse(reading.Features.AsMemory());
        _version = reading.Version;
        _scores.Clear();
    }

    private static MemberScore ToScore(Explanation explanation) => new(
        explanation.Points.Thousandths,
        explanation.Score,
        [
            .. explanation.Contributions.Select(one =>
                new ScoredContribution(one.Signal, one.Facet, one.Measured, one.Points.Thousandths)),
        ]);
}
