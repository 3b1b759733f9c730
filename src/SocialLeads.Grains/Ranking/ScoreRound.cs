using System.Collections.Immutable;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Members;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Ranking;

/// <summary>
/// One round of questions for a board: one call to each partition that has a member that is asked about, then one to each partition if
/// somebody wants to know a rank.
/// </summary>
internal sealed class ScoreRound(PartitionRouter router, TenantPartitions partitions)
{
    /// <summary>Answers every question, or fails it; a failure is that of the questions that met it and no others.</summary>
    public async Task Answer(string tenant, BoardId board, IReadOnlyList<ScoreQuestion> questions)
    {
        await Score(tenant, board, questions);
        var ranked = new List<Place>();
        foreach (var question in questions.Where(question => question.IsRanked && !question.HasFailed))
        {
            for (var index = 0; index < question.Members.Count; index++)
            {
                if (question.Scores[index] is not null) ranked.Add(new(question, index));
            }
        }

        if (ranked.Count > 0) await OrFail(ranked, () => Stand(tenant, board, ranked));
        foreach (var question in questions) question.Complete();
    }

    private async Task Score(string tenant, BoardId board, IReadOnlyList<ScoreQuestion> questions)
    {
        var places = new List<Place>?[router.PartitionCount];
        foreach (var question in questions)
        {
            for (var index = 0; index < question.Members.Count; index++)
                (places[router.PartitionOf(tenant, question.Members[index]).Index] ??= []).Add(new(question, index));
        }

        // All are asked before the first is waited for; by then the others have mostly answered, and nobody has to be woken for them.
        var scores = places.Select((some, index) => some is null ? null : Ask(tenant, index, board, some)).ToList();
        for (var index = 0; index < places.Length; index++)
        {
            if (places[index] is { } some) await OrFail(some, () => Fill(some, scores[index]!));
        }
    }

    private Task<ImmutableArray<MemberScore?>> Ask(string tenant, int partition, BoardId board, List<Place> places)
    {
        try
        {
            return partitions.Of(tenant)[partition].Score(board, [.. places.Select(place => place.Question.Members[place.Index])]);
        }
        catch (Exception reason)
        {
            return Task.FromException<ImmutableArray<MemberScore?>>(reason);
        }
    }

    private static async Task Fill(List<Place> places, Task<ImmutableArray<MemberScore?>> asked)
    {
        var scores = await asked;
        for (var i = 0; i < scores.Length; i++) places[i].Question.Scores[places[i].Index] = scores[i];
    }

    private async Task Stand(string tenant, BoardId board, List<Place> places)
    {
        var keys = places.Select(place => new RankedKey(
            place.Question.Scores[place.Index]!.PointsThousandths, place.Question.Members[place.Index])).ToImmutableArray();
        var counts = await partitions.AskAllAsync(tenant, partition => partition.CountBefore(board, keys));
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

    private readonly record struct Place(ScoreQuestion Question, int Index);
}
