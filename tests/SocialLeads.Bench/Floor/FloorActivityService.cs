using System.Threading.Channels;
using Grpc.Core;
using SocialLeads.Grains.Partitions;
using SocialLeads.Server.Activities;
using SocialLeads.V1;

namespace SocialLeads.Bench.Floor;

/// <summary>The product's contract over the floor's log, with the product's own reading, checking and answering.</summary>
internal sealed class FloorActivityService(FloorLog log, PartitionRouter router, TimeProvider clock)
    : ActivityService.ActivityServiceBase
{
    private const int MaxRequestsUnderWay = 8;

    public override async Task<RecordActivitiesResponse> RecordActivities(RecordActivitiesRequest request, ServerCallContext context)
    {
        var batch = CheckedBatch.Read(request.Activities, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return RecordingMapper.ToResponse(batch, await AppendAsync(batch));
    }

    public override async Task StreamActivities(
        IAsyncStreamReader<StreamActivitiesRequest> requestStream,
        IServerStreamWriter<StreamActivitiesResponse> responseStream,
        ServerCallContext context)
    {
        var underWay = Channel.CreateBounded<Task<StreamActivitiesResponse>>(MaxRequestsUnderWay);
        var acknowledging = AcknowledgeAsync(underWay.Reader, responseStream);
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await underWay.Writer.WaitToWriteAsync(context.CancellationToken);
            await underWay.Writer.WriteAsync(RecordAsync(requestStream.Current), context.CancellationToken);
        }

        underWay.Writer.Complete();
        await acknowledging;
    }

    private static async Task AcknowledgeAsync(
        ChannelReader<Task<StreamActivitiesResponse>> underWay, IServerStreamWriter<StreamActivitiesResponse> responses)
    {
        await foreach (var response in underWay.ReadAllAsync()) await responses.WriteAsync(await response);
    }

    private async Task<StreamActivitiesResponse> RecordAsync(StreamActivitiesRequest request)
    {
        var batch = CheckedBatch.Read(request.Activities, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return RecordingMapper.ToResponse(request.Sequence, batch, await AppendAsync(batch));
    }

    private async Task<RecordReply> AppendAsync(CheckedBatch batch)
    {
        await log.AppendAsync(router, batch.ArrivedAtMs, batch.Good);
        return new RecordReply(RecordStatus.Recorded, [.. Enumerable.Repeat(true, batch.Good.Length)]);
    }
}
