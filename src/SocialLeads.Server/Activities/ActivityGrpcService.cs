using System.Threading.Channels;
using Grpc.Core;
using SocialLeads.Server.Requests;
using SocialLeads.V1;

namespace SocialLeads.Server.Activities;

/// <summary>Takes in activities: checks them, has them recorded, answers for each.</summary>
internal sealed class ActivityGrpcService(
    BatchRecording recording, ServerTime time, IHostApplicationLifetime lifetime)
    : ActivityService.ActivityServiceBase
{
    /// <summary>Requests of one stream that may wait for durability before the next is read. Flow control does the rest.</summary>
    private const int MaxRequestsUnderWay = 8;

    /// <summary>Activities likewise, so that one stream cannot by itself bring a partition to refuse as overload.</summary>
    private const int MaxActivitiesUnderWay = 10_000;

    public override async Task<RecordActivitiesResponse> RecordActivities(RecordActivitiesRequest request, ServerCallContext context)
    {
        var tenant = Tenants.OfRecorder(context);
        var batch = CheckedBatch.Read(request.Activities, time.NowMs);
        var accepted = await recording.RecordAsync(tenant, batch);
        return RecordingMapper.ToResponse(batch, accepted);
    }

    public override async Task StreamActivities(
        IAsyncStreamReader<StreamActivitiesRequest> requestStream,
        IServerStreamWriter<StreamActivitiesResponse> responseStream,
        ServerCallContext context)
    {
        var tenant = Tenants.OfRecorder(context);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var underWay = Channel.CreateBounded<Task<StreamActivitiesResponse>>(
            new BoundedChannelOptions(MaxRequestsUnderWay) { SingleReader = true, SingleWriter = true });
        var acknowledging = Acknowledge(underWay.Reader, responseStream, ending);
        var reading = Read(tenant, requestStream, underWay.Writer, ending.Token);
        await Task.WhenAll(reading, acknowledging);
        if (lifetime.ApplicationStopping.IsCancellationRequested) throw RpcErrors.Stopping();
    }

    /// <summary>Reads ahead of the acknowledgements, but only as far as the two bounds allow.</summary>
    private async Task Read(
        string tenant,
        IAsyncStreamReader<StreamActivitiesRequest> requests,
        ChannelWriter<Task<StreamActivitiesResponse>> underWay,
        CancellationToken ending)
    {
        try
        {
            var window = new List<(Task Recording, int Activities)>(MaxRequestsUnderWay);
            while (await requests.MoveNext(ending))
            {
                await underWay.WaitToWriteAsync(ending);
                var recording = RecordOne(tenant, requests.Current);
                await underWay.WriteAsync(recording, ending);
                window.RemoveAll(one => one.Recording.IsCompleted);
                window.Add((recording, requests.Current.Activities.Count));
                if (window.Sum(one => one.Activities) >= MaxActivitiesUnderWay) await Task.WhenAll(window.Select(one => one.Recording));
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The sender is gone, the server is stopping, or an acknowledgement failed and says so itself. What was read
            // is recorded all the same.
        }
        finally
        {
            underWay.Complete();
        }
    }

    private static async Task Acknowledge(
        ChannelReader<Task<StreamActivitiesResponse>> underWay,
        IServerStreamWriter<StreamActivitiesResponse> responses,
        CancellationTokenSource ending)
    {
        try
        {
            await foreach (var response in underWay.ReadAllAsync(CancellationToken.None))
                await responses.WriteAsync(await response);
        }
        catch
        {
            await ending.CancelAsync();
            throw;
        }
    }

    private async Task<StreamActivitiesResponse> RecordOne(string tenant, StreamActivitiesRequest request)
    {
        var batch = CheckedBatch.Read(request.Activities, time.NowMs);
        return RecordingMapper.ToResponse(request.Sequence, batch, await recording.RecordAsync(tenant, batch));
    }
}
