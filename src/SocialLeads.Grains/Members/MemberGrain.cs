using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Scores one member on hundreds of days from a copy of the features, so that this is done beside the partition's work and not within
/// it, and remembers the last answer. Each question first asks the partition whether the copy is still current, which costs the
/// partition one look-up. A few minutes after the last question it is gone.
/// </summary>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class MemberGrain(ModelDirectory directory, PartitionRouter router) : Grain, IMemberGrain
{
    private (BoardId Board, int FromDay, long Version) _of;
    private ScoreHistory? _remembered;

    public async Task<ScoreHistory?> History(string tenant, string member, BoardId board, int fromDay)
    {
        var known = _remembered is not null && (_of.Board, _of.FromDay) == (board, fromDay) ? _of.Version : 0;
        var partition = GrainFactory.GetGrain<IPartitionGrain>(PartitionKey.Format(router.PartitionOf(tenant, member)));
        var reading = await partition.ReadMember(member, known);
        if (!reading.IsKnown)
        {
            // Nobody recorded anything of this member: hold no activation for a name that was only asked about.
            DeactivateOnIdle();
            return null;
        }

        if (known > 0 && reading.Version == known) return _remembered;
        var features = PortableFeatures.Parse(reading.Features.AsMemory());
        // An outcome alone is no activity: there is nothing to score on any day.
        if (FeatureHeader.Read(features.Packed.Span) is not { HasActivity: true }) return null;
        var models = directory.Of(tenant);
        await models.ReadAsync();
        var scorer = new Scorer(await models.LoadAsync(new ModelRef(board.Model, board.ModelVersion)), features.Symbols);
        _remembered = ToHistory(ScoreSeries.Of(scorer, features.Packed.Span, fromDay, board.AsOfDay));
        _of = (board, fromDay, reading.Version);
        return _remembered;
    }

    private static ScoreHistory ToHistory(ScoreSeries series) => new(
        [.. series.Days.Select(day => new HistoryDay(day.Day, day.Points?.Thousandths, day.Score, day.Stage))], series.Trend);
}
