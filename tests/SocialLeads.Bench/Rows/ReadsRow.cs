using System.Globalization;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Results;

namespace SocialLeads.Bench.Rows;

/// <summary>Reading scores and leads, against a call that does nothing.</summary>
internal sealed class ReadsRow : IRow
{
    public string Name => "reads";

    public string Title => "GetScore and ListLeads";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var plan = lab.PlanOf(lab.Scale.ReadMembers);
        await using var server = await Contestant.ServerAsync(lab, LoadKind.Stream, cancellationToken);
        await using var idle = await Contestant.FloorAsync(lab, LoadKind.Stream, cancellationToken);
        var members = string.Create(CultureInfo.InvariantCulture, $"{plan.Members:N0} members");
        lab.Say($"{Name}: {members} act, twice on the average");
        await server.PopulateAsync(plan, cancellationToken);
        await server.FeedAsync(plan, plan.Members, cancellationToken);

        var answerBytes = 0;
        var (score, nothing) = await lab.InTurnAsync($"{Name}, rate", _ => ScoresAsync(), _ => NothingAsync(0));
        var (again, sameBytes) = await lab.InTurnAsync($"{Name}, rate by bytes", _ => ScoresAsync(), _ => NothingAsync(answerBytes));
        var (list, nothingMs) = await lab.InTurnAsync(
            $"{Name}, latency",
            async _ => (await server.CallAsync(LoadKind.List, plan, lab.Scale.LatencyCalls, oneAtATime: true, cancellationToken)).MedianMs,
            async _ => (await idle.CallAsync(LoadKind.Nothing, plan, lab.Scale.LatencyCalls, oneAtATime: true, cancellationToken)).MedianMs);
        await using var besideServer = server.Beside();
        await using var besideIdle = idle.Beside();
        var (busyList, busyNothing) = await lab.InTurnAsync(
            $"{Name}, latency under ingest",
            _ => WhileFedAsync(server, besideServer, LoadKind.List),
            _ => WhileFedAsync(idle, besideIdle, LoadKind.Nothing));
        return
        [
            new Result(Name, $"GetScore, {members}, 32 calls at a time", "calls/s", score)
            {
                RivalName = "a call that does nothing", Rival = nothing, Target = Target.AtLeast(0.85),
            },
            new Result(Name, $"GetScore, {members}, against its answer alone", "calls/s", again)
            {
                RivalName = "a call that answers as many bytes, which lie ready", Rival = sameBytes,
                Note = string.Create(CultureInfo.InvariantCulture, $"{answerBytes:N0} bytes in the mean."),
            },
            new Result(Name, $"ListLeads, the first 50 of {members}, median", "ms", list)
            {
                RivalName = "a call that does nothing", Rival = nothingMs, Target = Target.AtMost(2),
            },
            new Result(Name, $"ListLeads, the first 50 of {members}, median while activities stream in", "ms", busyList)
            {
                RivalName = "a call that does nothing, at the floor under ingest", Rival = busyNothing,
            },
        ];

        async Task<double> ScoresAsync()
        {
            var result = await server.CallAsync(LoadKind.Score, plan, lab.Scale.Calls, oneAtATime: false, cancellationToken);
            answerBytes = (int)(result.AnsweredBytes / result.Count);
            return result.Rate;
        }

        async Task<double> NothingAsync(int bytes) =>
            (await idle.CallAsync(LoadKind.Nothing, plan, lab.Scale.Calls, oneAtATime: false, cancellationToken, bytes)).Rate;

        async Task<double> WhileFedAsync(Contestant fed, Contestant beside, LoadKind call)
        {
            var feeding = fed.FeedAsync(plan, lab.Scale.Activities, cancellationToken);
            var result = await beside.CallAsync(call, plan, lab.Scale.LatencyCalls, oneAtATime: true, cancellationToken);
            await feeding;
            return result.MedianMs;
        }
    }
}
