using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Ingest and ranking against Redis' hashes and sorted sets.</summary>
internal sealed class RedisRow : IRow
{
    public string Name => "redis";

    public string Title => "Ingest and ranking, against Redis";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        if (RedisServer.WhyNot is { } reason) return [Result.Skipped(Name, Title, reason)];
        var plan = lab.PlanOf(lab.Scale.Members);
        await using var server = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken, Saving.ByActivities);
        var rival = await RedisServer.StartAsync(lab.NewFolder(), cancellationToken);
        await using var redis = new Contestant(LoadKind.Redis, rival.Address, rival);
        var (ingest, counted) = await lab.InTurnAsync(
            $"{Name}, ingest",
            _ => server.FeedAsync(plan, lab.Scale.Activities, cancellationToken),
            _ => redis.FeedAsync(plan, lab.Scale.Activities, cancellationToken));
        var (list, top) = await lab.InTurnAsync(
            $"{Name}, the first 50",
            async _ => (await server.CallAsync(LoadKind.List, plan, lab.Scale.LatencyCalls, oneAtATime: true, cancellationToken)).MedianMs,
            async _ => (await redis.CallAsync(LoadKind.RedisTop, plan, lab.Scale.LatencyCalls, oneAtATime: true, cancellationToken)).MedianMs);
        return
        [
            new Result(Name, "Streamed ingest, against counters in Redis", "activities/s", ingest)
            {
                RivalName = "HINCRBY and ZINCRBY in pipelines, appendfsync always", Rival = counted,
                Note = "Redis counts an activity that is sent twice two times, ranks by number of activities, and forgets no days.",
            },
            new Result(Name, "ListLeads, the first 50, median, against Redis", "ms", list)
            {
                RivalName = "ZREVRANGE, which explains nothing", Rival = top,
            },
        ];
    }
}
