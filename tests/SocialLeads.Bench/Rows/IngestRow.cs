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
    private const string Rival = "the floor: decode and log, no scoring";

    public string Name => name;

    public string Title => title;

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        await using var server = await MeteredServer.StartAsync(lab, kind, batchSize, cancellationToken);
        await using var floor = await MeteredServer.StartFloorAsync(lab, kind, batchSize, cancellationToken);
        var (figure, rival) = await lab.InTurnAsync(
            Name, run => server.FeedAsync(lab, run, cancellationToken), run => floor.FeedAsync(lab, run, cancellationToken));
        return
        [
            new Result(Name, Title, "activities/s", figure) { RivalName = Rival, Rival = rival, Target = Target.AtLeast(0.6) },
            new Result(Name, $"{Title}: processor time of the server", "µs/activity", server.ProcessorTime)
            {
                RivalName = Rival, Rival = floor.ProcessorTime, Note = "The sender's is not in it.",
            },
        ];
    }
}
