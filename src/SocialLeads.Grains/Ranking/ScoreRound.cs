using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Ranking;

/// <summary>
/// One round of questions: one call to each partition that has a member that is asked about, then one to each partition
/// of each board on which somebody wants to know a rank.
/// </summary>
internal sealed class ScoreRound(IGrainFactory grains, PartitionRouter router)
{
    /// <summary>Answers every question, or fails it; a failure is that of the questions that met it and no others.</summary>
    public async Task Answer(IReadOnlyList<ScoreQuestion> questions)
    {
        var byPartition = new Dictionary<(PartitionId, BoardId), List<Place>>();
        foreach (var question in questions)
        {
            for (var index = 0; index < question.Members.Count; index++)
                Add(byPartition, (router.PartitionOf(question.Tenant, question.Members[index]), question.Board), new(question, index));
        }

        await Task.WhenAll(byPartition.Select(one => OrFail(one.Value, () => Score(one.Key.Item1, one.Key.Item2, one.Value))));
        var byBoard = new Dictionary<(string, BoardId), List<Place>>();
        foreach (var question in questions.Where(question => question.IsRanked && !question.HasFailed))
        {
            for (var index = 0; index < question.Members.Count; index++)
            {
                if (question.Scores[index] is not null) Add(byBoard, (question.Tenant, question.Board), new(question, index));
            }
        }

        await Task.WhenAll(byBoard.Select(one => OrFail(one.Value, () => Stand(one.Key.Item1, one.Key.Item2, one.Value))));
        foreach (var question in questions) question.Complete();
    }

    private async Task Score(PartitionId partition, BoardId board, List<Place> places)
    {
        var members = places.Select(place => place.Question.Members[place.Index]).ToImmutableArray();
        var scores = await Partition(partition).Score(board, members);
        for (var i = 0; i < scores.Length; i++) places[i].Question.Scores[places[i].Index] = scores[i];
    }

    private async Task Stand(string tenant, BoardId board, List<Place> places)
    {
        var keys = places.Select(place => new RankedKey(
            place.Question.Scores[place.Index]!.PointsThousandths, place.Question.Members[place.Index])).ToImmutableArray();
        var counts = await Task.WhenAll(router.PartitionsOf(tenant).Select(id => Partition(id).CountBefore(board, keys)));
        var total = counts.Sum(count => (long)count.Total);
        for (var i = 0; i < places.Count; i++)
        {
            var (question, index) = places[i];
            question.Ranks[index] = 1 + counts.Sum(count => (long)count.Before[i]);
            question.Total = total;
        }
    }

    private static async Task OrFail(List<Place> places, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception reason)
        {
            foreach (var place in places) place.Question.Fail(reason);
        }
    }

    private static void Add<TKey>(Dictionary<TKey, List<Place>> groups, TKey key, Place place)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var places)) groups.Add(key, places = []);
        places.Add(place);
    }

    private IPartitionGrain Partition(PartitionId id) => grains.GetGrain<IPartitionGrain>(PartitionKey.Format(id));

    private readonly record struct Place(ScoreQuestion Question, int Index);
}
