using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Rivals;

/// <summary>
/// Counters in a hash for each member, and a ranking in a sorted set, a pipeline of one round trip for each batch. Nothing has an
/// activity count once only, and the ranking is by number of activities: in doubt Redis is spared.
/// </summary>
internal sealed class RedisLoad(LoadOrder order) : ILoad
{
    private const string Ranking = "ranking";

    private readonly List<RedisPipeline>[] _pipelines = new List<RedisPipeline>[order.Connections];
    private readonly List<TcpClient> _connections = [];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var community = new Community(order.Plan);
        var hands = Sharing.Deal(order);
        Parallel.For(0, hands.Length, hand => _pipelines[hand] = hands[hand].ConvertAll(batch => Make(community, batch.First, batch.Count)));
        foreach (var _ in hands)
        {
            var connection = new TcpClient { NoDelay = true };
            _connections.Add(connection);
            await connection.ConnectAsync(IPEndPoint.Parse(order.Target), cancellationToken);
        }
    }

    public async Task<long> RunAsync(Latencies latencies, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_connections.Zip(_pipelines, (connection, pipelines) =>
            Task.Run(() => SendAsync(connection, pipelines, latencies, cancellationToken))));
        return order.Count;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private RedisPipeline Make(Community community, long first, int count)
    {
        var pipeline = new RedisPipeline();
        if (order.Kind == LoadKind.RedisTop)
        {
            // A list of 50 names and 50 scores: the head, and two lines for each.
            return pipeline.Add(201, "ZREVRANGE", Ranking, "0", "49", "WITHSCORES");
        }

        for (var number = first; number < first + count; number++)
        {
            var activity = community.At(number);
            foreach (var one in Counting.Full(activity))
            {
                var field = string.Create(CultureInfo.InvariantCulture, $"{one.What}|{one.Facet}|{one.Day.DayNumber}");
                pipeline.Add(1, "HINCRBY", one.Member, field, "1");
            }

            pipeline.Add(2, "ZINCRBY", Ranking, "1", activity.Member);
        }

        return pipeline;
    }

    private static async Task SendAsync(
        TcpClient connection, List<RedisPipeline> pipelines, Latencies latencies, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        foreach (var pipeline in pipelines)
        {
            var sentAt = latencies.Now;
            await pipeline.SendAsync(connection.GetStream(), buffer, cancellationToken);
            latencies.Add(sentAt);
        }
    }
}
