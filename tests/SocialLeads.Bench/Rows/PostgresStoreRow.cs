using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Durable ingest with the store on PostgreSQL, against the embedded one.</summary>
internal sealed class PostgresStoreRow : IRow
{
    public string Name => "postgres";

    public string Title => "Streamed ingest, the store on PostgreSQL";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        if (PostgresCluster.WhyNot is { } reason) return [Result.Skipped(Name, Title, reason)];
        var plan = lab.PlanOf(lab.Scale.Members);
        await using var cluster = await PostgresCluster.StartAsync();
        var server = await ServerProcess.StartAsync(
            lab.NewFolder(), await cluster.NewDatabaseAsync("socialleads", cancellationToken), cancellationToken, Saving.ByActivities);
        await using var onPostgres = new Contestant(LoadKind.Stream, server.Address, server);
        await using var embedded = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken, Saving.ByActivities);
        var (figure, rival) = await lab.InTurnAsync(
            Name,
            _ => onPostgres.FeedAsync(plan, lab.Scale.Activities, cancellationToken),
            _ => embedded.FeedAsync(plan, lab.Scale.Activities, cancellationToken));
        return [new Result(Name, Title, "activities/s", figure) { RivalName = "the embedded store", Rival = rival }];
    }
}
