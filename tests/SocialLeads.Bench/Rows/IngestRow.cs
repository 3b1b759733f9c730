using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Durable ingest on the embedded store against its floor.</summary>
/// <param name="name">By which it is asked for.</param>
/// <param name="title">What it measures.</param>
/// <param name="kind">How the activities are sent.</param>
/// <param name="batchSize">Activities in a request.</param>
internal sealed class IngestRow(string name, string title, LoadKind kind, int batchSize) : IRow
{
    public string Name => name;

    public string Title => title;

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var plan = lab.PlanOf(lab.Scale.Members);
        await using var server = await Contestant.ServerAsync(lab, kind, cancellationToken);
        await using var floor = await Contestant.FloorAsync(lab, kind, cancellationToken);
        var (figure, rival) = await lab.InTurnAsync(
            Name,
            _ => server.FeedAsync(plan, lab.Scale.Activities, cancellationToken, batchSize),
            _ => floor.FeedAsync(plan, lab.Scale.Activities, cancellationToken, batchSize));
        return
        [
            new Result(Name, Title, "activities/s", figure)
            {
                RivalName = "the floor: decode and log, no scoring", Rival = rival, Target = Target.AtLeast(0.6),
            },
        ];
    }
}
