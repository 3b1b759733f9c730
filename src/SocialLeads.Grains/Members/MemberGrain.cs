using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Series;
using SocialLeads.Scoring.Topics;

namespace SocialLeads.Grains.Members;

/// <summary>
/// Scores one member on hundreds of days from a copy of the features, so that this is done beside the partition's work and not within
/// it, and remembers the last answer. Each question first asks the partition whether the copy is still current, which costs the
/// partition one look-up. A few minutes after the last question it is gone.
/// </summary>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class MemberGrain(ModelDirectory directory, TenantPartitions partitions) : Grain, IMemberGrain
{
    private (BoardId Board, int FromDay, long Version) _of;
    private ScoreHistory? _remembered;

    public async Task<ScoreHistory?> History(string tenant, string member, BoardId board, int fromDay)
    {
        var models = directory.Of(tenant);
        await models.ReadAsync();
        var model = await models.LoadAsync(new ModelRef(board.Model, board.ModelVersion));
        if (model.Colleagues is not null) return await WithColleagues(tenant, member, model, board, fromDay);
        var known = _remembered is not null && (_of.Board, _of.FromDay) == (board, fromDay) ? _of.Version : 0;
        var reading = await ReadAsync(tenant, member, known);
        if (!reading.IsKnown) return null;
        if (known > 0 && reading.Version == known) return _remembered;
        if (ActivityOf(reading) is not { } features) return null;
        var scorer = new Scorer(model, features.Symbols);
        _remembered = ToHistory(
            ScoreSeries.Of(scorer, features.Packed.Span, fromDay, board.AsOfDay), scorer.ExactFrom(features.Packed.Span));
        _of = (board, fromDay, reading.Version);
        return _remembered;
    }

    /// <summary>Not remembered: the member's own version does not tell whether colleagues did something.</summary>
    private async Task<ScoreHistory?> WithColleagues(string tenant, string member, ScoringModel model, BoardId board, int fromDay)
    {
        var reading = await ReadAsync(tenant, member, 0);
        if (!reading.IsKnown) return null;
        if (ActivityOf(reading) is not { } features) return null;
        var scorer = new Scorer(model, features.Symbols, tellsOwnDomain: true);
        var start = ScoreSeries.StartOf(model, fromDay, board.AsOfDay);
        var domains = new string[board.AsOfDay - start + 1];
        for (var day = start; day <= board.AsOfDay; day++)
            domains[day - start] = scorer.TryPoints(features.Packed.Span, day, out _) ? scorer.OwnDomain : "";
        var figures = await new ColleaguesPast(partitions.Of(tenant), model).FiguresAsync(member, board, domains);
        return figures is null
            ? ScoreHistory.TooLong
            : ToHistory(
                ScoreSeries.Of(scorer, features.Packed.Span, fromDay, board.AsOfDay, day => new ScoreInputs(figures[day - start])),
                scorer.ExactFrom(features.Packed.Span));
    }

    public async Task<MemberTopics?> Topics(string tenant, string member, int asOfDay, int days, int most)
    {
        var reading = await ReadAsync(tenant, member, 0);
        if (!reading.IsKnown) return null;
        var features = PortableFeatures.Parse(reading.Features.AsMemory());
        var packed = features.Packed.Span;
        if (!(FeatureHeader.Read(packed)?.FirstDay <= asOfDay)) return null;
        return new MemberTopics(
        [
            .. TopTopics.Of(packed, features.Symbols, asOfDay, days, most).Select(topic => new MemberTopic(topic.Tag, topic.Count, topic.LatestDay)),
        ]);
    }

    private async Task<MemberReading> ReadAsync(string tenant, string member, long known)
    {
        var partition = partitions.Of(tenant, member);
        var reading = await partition.ReadMember(member, known);
        // Nobody recorded anything of this member: hold no activation for a name that was only asked about.
        if (!reading.IsKnown) DeactivateOnIdle();
        return reading;
    }

    /// <summary>The member's features; null if an outcome is all that is known, which is no activity and nothing to score on any day.</summary>
    private static PortableFeatures? ActivityOf(MemberReading reading)
    {
        var features = PortableFeatures.Parse(reading.Features.AsMemory());
        return FeatureHeader.Read(features.Packed.Span) is { HasActivity: true } ? features : null;
    }

    private static ScoreHistory ToHistory(ScoreSeries series, int exactFrom) => new(
        [.. series.Days.Select(day => new HistoryDay(day.Day, day.Points?.Thousandths, day.Score, day.Stage))], series.Trend)
    {
        ExactFrom = exactFrom,
    };
}
