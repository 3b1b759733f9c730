using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using SocialLeads.Bench.Floor;
using SocialLeads.Bench.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Bench.Loads;

/// <summary>Calls that read, or do nothing: on each connection so many callers, each with one call under way.</summary>
internal sealed class CallLoad(LoadOrder order) : ILoad
{
    private readonly Community _community = new(order.Plan);
    private readonly List<GrpcChannel> _channels = [];
    private int _left = order.Count;
    private long _answeredBytes;

    public long AnsweredBytes => _answeredBytes;

    public Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var connection = 0; connection < order.Connections; connection++) _channels.Add(GrpcChannel.ForAddress(order.Target));
        return Task.CompletedTask;
    }

    public async Task<long> RunAsync(Latencies latencies, CancellationToken cancellationToken)
    {
        var pace = new Pace(order.PerSecond, latencies);
        var callers = _channels.SelectMany(channel => Enumerable.Repeat(channel.CreateCallInvoker(), order.InFlight));
        await Task.WhenAll(callers.Select((invoker, caller) =>
            Task.Run(() => CallOnAsync(invoker, (ulong)caller, pace, latencies, cancellationToken), cancellationToken)));
        return order.Count;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task CallOnAsync(CallInvoker invoker, ulong caller, Pace pace, Latencies latencies, CancellationToken cancellationToken)
    {
        var dice = new Dice(order.Plan.Seed + (ulong)order.First + caller);
        var options = new CallOptions(cancellationToken: cancellationToken);
        var method = order.Kind switch
        {
            LoadKind.Score => RawMethods.GetScore,
            LoadKind.List => RawMethods.ListLeads,
            _ => RawMethods.Nothing,
        };
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            await pace.DueAsync(1, cancellationToken);
            IMessage request = order.Kind switch
            {
                LoadKind.Score => new GetScoreRequest { Member = _community.SomeMember(ref dice) },
                LoadKind.List => new ListLeadsRequest { PageSize = 50 },
                _ => new DoNothingRequest { AnswerBytes = order.AnswerBytes },
            };
            var bytes = request.ToByteArray();
            var sentAt = latencies.Now;
            var answer = await invoker.AsyncUnaryCall(method, null, options, bytes);
            latencies.Add(sentAt);
            Interlocked.Add(ref _answeredBytes, answer.Length);
        }
    }
}
