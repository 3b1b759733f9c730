using System.Threading.Channels;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using SocialLeads.Bench.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Bench.Loads;

/// <summary>Streams activities: one stream on each connection, so many requests ahead of the acknowledgements.</summary>
internal sealed class StreamLoad(LoadOrder order) : ILoad
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
        var pace = new Pace(order.PerSecond, latencies);
        var sent = await Task.WhenAll(_channels.Zip(_requests, (channel, requests) =>
            Task.Run(() => SendAsync(channel.CreateCallInvoker(), requests, pace, latencies, cancellationToken))));
        return sent.Sum();
    }

    public ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private byte[] Encode(Community community, long first, int count)
    {
        var request = new StreamActivitiesRequest { Sequence = first };
        for (var number = first; number < first + count; number++)
            request.Activities.Add(order.InTurn ? community.InTurn(number) : community.At(number));
        return request.ToByteArray();
    }

    private async Task<long> SendAsync(
        CallInvoker invoker, List<byte[]> requests, Pace pace, Latencies latencies, CancellationToken cancellationToken)
    {
        using var call = invoker.AsyncDuplexStreamingCall(RawMethods.Stream, null, new CallOptions(cancellationToken: cancellationToken));
        var underWay = Channel.CreateBounded<long>(order.InFlight);
        var acknowledging = AcknowledgeAsync(call.ResponseStream, underWay.Reader, latencies, cancellationToken);
        foreach (var request in requests)
        {
            await pace.DueAsync(order.BatchSize, cancellationToken);
            await underWay.Writer.WriteAsync(latencies.Now, cancellationToken);
            await call.RequestStream.WriteAsync(request, cancellationToken);
        }

        await call.RequestStream.CompleteAsync();
        underWay.Writer.Complete();
        return await acknowledging;
    }

    private static async Task<long> AcknowledgeAsync(
        IAsyncStreamReader<StreamActivitiesResponse> responses,
        ChannelReader<long> underWay,
        Latencies latencies,
        CancellationToken cancellationToken)
    {
        var accepted = 0L;
        while (await responses.MoveNext(cancellationToken))
        {
            if (!underWay.TryRead(out var sentAt)) throw new InvalidDataException("An answer came to a request that was not sent.");
            latencies.Add(sentAt);
            accepted += responses.Current.AcceptedCount;
        }

        return accepted;
    }
}
