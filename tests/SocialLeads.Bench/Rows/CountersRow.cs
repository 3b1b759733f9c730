using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Durable ingest against the table of counters in PostgreSQL that a user would write instead.</summary>
internal sealed class CountersRow : IRow
{
    public string Name => "counters";

    public string Title => "Streamed ingest, against a table of counters in PostgreSQL";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        if (PostgresCluster.WhyNot is { } reason) return [Result.Skipped(Name, Title, reason)];
        var plan = lab.PlanOf(lab.Scale.Members);
        await using var server = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken, Saving.ByActivities);
        await using var cluster = await PostgresCluster.StartAsync();
        await using var counters = new Contestant(LoadKind.Counters, await cluster.NewDatabaseAsync("counters", cancellationToken));
        await using var few = new Contestant(LoadKind.FewCounters, await cluster.NewDatabaseAsync("few_counters", cancellationToken));
        var fewRates = new List<double>();
        var (figure, rival) = await lab.InTurnAsync(
            Name,
            _ => server.FeedAsync(plan, lab.Scale.Activities, cancellationToken),
            async run =>
            {
                var rate = await few.FeedAsync(plan, lab.Scale.Activities, cancellationToken);
                if (run > 0) fewRates.Add(rate);
                return await counters.FeedAsync(plan, lab.Scale.Activities, cancellationToken);
            });
        return
        [
            new Result(Name, Title, "activities/s", figure)
            {
                RivalName = "INSERT … ON CONFLICT of what the ten behaviours need", Rival = rival, Target = Target.AtLeast(3),
            },
            new Result(Name, "… that counts less than the ten behaviours need", "activities/s", figure)
            {
                RivalName = "the same with one counter an activity", Rival = Sample.Of(fewRates),
            },
        ];
    }
}
