using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Processes;
using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Rows;

/// <summary>Something that takes load, with the process the load comes from.</summary>
internal sealed class Contestant(LoadKind kind, string target, params IAsyncDisposable[] owned) : IAsyncDisposable
{
    private readonly LoadProcess _load = new();
    private long _next;

    /// <summary>Where it takes load.</summary>
    public string Target => target;

    /// <summary>The product on its embedded store.</summary>
    public static async Task<Contestant> ServerAsync(Lab lab, LoadKind kind, CancellationToken cancellationToken, Saving saving = Saving.AsShipped)
    {
        var server = await ServerProcess.StartAsync(lab.NewFolder(), "", cancellationToken, saving);
        return new Contestant(kind, server.Address, server);
    }

    public static async Task<Contestant> FloorAsync(Lab lab, LoadKind kind, CancellationToken cancellationToken)
    {
        var floor = await ServerProcess.StartFloorAsync(lab.NewFolder(), cancellationToken);
        return new Contestant(kind, floor.Address, floor);
    }

    /// <summary>The same target with a further process that load comes from.</summary>
    public Contestant Beside() => new(kind, target);

    /// <summary>Sends the next activities of the community and returns how many were taken a second.</summary>
    /// <exception cref="InvalidDataException">Not all were acknowledged as new.</exception>
    public async Task<double> FeedAsync(TrafficPlan plan, int count, CancellationToken cancellationToken, int batchSize = 1000)
    {
        var result = await SendAsync(new LoadOrder(kind, target, plan, _next, count) { BatchSize = batchSize }, cancellationToken);
        return result.Rate;
    }

    /// <summary>Begins to send the next activities of the community, so many a second; 0 for as many as go.</summary>
    public Task<RunningLoad> BeginFeedingAsync(TrafficPlan plan, int count, int perSecond, CancellationToken cancellationToken) =>
        BeginAsync(new LoadOrder(kind, target, plan, _next, count) { PerSecond = perSecond }, cancellationToken);

    /// <summary>Begins to make calls, one at a time and so many a second.</summary>
    public Task<RunningLoad> BeginCallingAsync(LoadKind call, TrafficPlan plan, int count, int perSecond, CancellationToken cancellationToken)
    {
        var order = new LoadOrder(call, target, plan, _next, count) { BatchSize = 1, Connections = 1, InFlight = 1, PerSecond = perSecond };
        return BeginAsync(order, cancellationToken);
    }

    /// <summary>Has every member act, once and in turn.</summary>
    public Task PopulateAsync(TrafficPlan plan, CancellationToken cancellationToken) =>
        SendAsync(new LoadOrder(kind, target, plan, _next, plan.Members) { InTurn = true }, cancellationToken);

    /// <summary>Makes calls.</summary>
    public Task<LoadResult> CallAsync(
        LoadKind call, TrafficPlan plan, int count, bool oneAtATime, CancellationToken cancellationToken, int answerBytes = 0)
    {
        var order = new LoadOrder(call, target, plan, _next, count)
        {
            BatchSize = 1,
            Connections = oneAtATime ? 1 : 2,
            InFlight = oneAtATime ? 1 : 16,
            AnswerBytes = answerBytes,
        };
        return SendAsync(order, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        foreach (var one in owned) await one.DisposeAsync();
    }

    private async Task<LoadResult> SendAsync(LoadOrder order, CancellationToken cancellationToken) =>
        await (await BeginAsync(order, cancellationToken)).Ended;

    private async Task<RunningLoad> BeginAsync(LoadOrder order, CancellationToken cancellationToken)
    {
        var running = await _load.BeginAsync(order, cancellationToken);
        _next += order.Count;
        return new RunningLoad(AcknowledgedAsync(running, order));
    }

    private static async Task<LoadResult> AcknowledgedAsync(RunningLoad running, LoadOrder order)
    {
        var result = await running.Ended;
        return result.Count == order.Count
            ? result
            : throw new InvalidDataException($"Of {order.Count} only {result.Count} were acknowledged as new.");
    }
}
