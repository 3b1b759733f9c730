using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using SocialLeads.Bench.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Bench.Loads;

/// <summary>Records activities by unary calls, so many at a time on each connection.</summary>
internal sealed class UnaryLoad(LoadOrder order) : ILoad
{
    private readonly List<byte[]>[] _requests = new List<byte[]>[order.Connections];
    private readonly GrpcChannel[] _channels = new GrpcChannel[order.Connections];

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        var community = new Community(order.Plan);
        var hands = Sharing.Deal(order);
        Parallel.For(0, hands.Length, hand =>
        {
            _channels[hand] = GrpcChannel.ForAddress(order.Target);
            _requests[hand] = hands[hand].ConvertAll(batch => Encode(community, batch.First, batch.Count));
        });
        return Task.CompletedTask;
    }

    public async Task<long> RunAsync(Latencies latencies, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_channels.Zip(_requests, (channel, requests) => Parallel.ForEachAsync(
            requests,
            new ParallelOptions { MaxDegreeOfParallelism = order.InFlight, CancellationToken = cancellationToken },
            async (request, cancellation) =>
            {
                var sentAt = latencies.Now;
                using var call = channel.CreateCallInvoker().AsyncUnaryCall(
                    RawMethods.Record, null, new CallOptions(cancellationToken: cancellation), request);
                await call.ResponseAsync;
                latencies.Add(sentAt);
            })));
        return order.Count;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private static byte[] Encode(Community community, long first, int count)
    {
        var request = new RecordActivitiesRequest();
        for (var number = first; number < first + count; number++) request.Activities.Add(community.At(number));
        return request.ToByteArray();
    }
}
