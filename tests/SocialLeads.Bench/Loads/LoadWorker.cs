using System.Text.Json;
using SocialLeads.Bench.Rivals;

namespace SocialLeads.Bench.Loads;

/// <summary>
/// The inside of a load process. Takes orders from its input, a line each: makes the load ready and says so, sends it when it is
/// told to go, and says what it saw.
/// </summary>
internal sealed class LoadWorker(TextReader input, TextWriter output, TimeProvider clock)
{
    public const string Ready = "ready";
    public const string Go = "go";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            var order = JsonSerializer.Deserialize<LoadOrder>(line) ?? throw new InvalidDataException("An order is empty.");
            await using var load = Open(order);
            await load.PrepareAsync(cancellationToken);
            // What making the load left behind is not to be collected while it runs.
            GC.Collect();
            await output.WriteLineAsync(Ready);
            if (await input.ReadLineAsync(cancellationToken) != Go) return;
            await output.WriteLineAsync(JsonSerializer.Serialize(await MeasureAsync(load, cancellationToken)));
        }
    }

    private async Task<LoadResult> MeasureAsync(ILoad load, CancellationToken cancellationToken)
    {
        var latencies = new Latencies(clock);
        var count = await load.RunAsync(latencies, cancellationToken);
        var seconds = latencies.Elapsed;
        var (median, p99) = latencies.Quantiles();
        return new LoadResult(count, seconds, median, p99, load.AnsweredBytes);
    }

    private static ILoad Open(LoadOrder order) => order.Kind switch
    {
        LoadKind.Stream => new StreamLoad(order),
        LoadKind.Unary => new UnaryLoad(order),
        LoadKind.Counters or LoadKind.FewCounters => new CountersLoad(order),
        LoadKind.Redis or LoadKind.RedisTop => new RedisLoad(order),
        _ => new CallLoad(order),
    };
}
