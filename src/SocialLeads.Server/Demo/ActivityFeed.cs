using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>Sends activities on one stream, never more than a few batches ahead of the acknowledgements.</summary>
internal sealed class ActivityFeed(ActivityService.ActivityServiceClient client)
{
    /// <summary>Activities in a request.</summary>
    public const int BatchSize = 500;

    /// <summary>Requests that may be unacknowledged.</summary>
    public const int Window = 8;

    /// <summary>
    /// Sends everything and returns when everything is acknowledged. An <see cref="RpcException"/> ends it; what was
    /// acknowledged before stays recorded, and sending again completes it.
    /// </summary>
    public async Task<FeedResult> SendAsync(
        IEnumerable<Activity> activities, IProgress<FeedProgress> progress, CancellationToken cancellationToken)
    {
        using var call = client.StreamActivities(cancellationToken: cancellationToken);
        var tally = new FeedTally();
        var unacknowledged = new Queue<StreamActivitiesRequest>(Window);
        var sequence = 0L;
        var sent = 0L;
        foreach (var batch in activities.Chunk(BatchSize))
        {
            if (unacknowledged.Count == Window)
                await AcknowledgeAsync();

            var request = new StreamActivitiesRequest { Sequence = sequence++, Activities = { batch } };
            await call.RequestStream.WriteAsync(request, cancellationToken);
            unacknowledged.Enqueue(request);
            sent += batch.Length;
            progress.Report(new FeedProgress(DateOf(batch[^1]), sent, tally.Count));
        }

        await call.RequestStream.CompleteAsync();
        while (unacknowledged.Count > 0)
            await AcknowledgeAsync();

        return tally.Result();

        async Task AcknowledgeAsync()
        {
            if (!await call.ResponseStream.MoveNext(cancellationToken))
            {
                throw new RpcException(new Status(
                    StatusCode.DataLoss, $"The stream ended with {unacknowledged.Count} requests unacknowledged."));
            }

            tally.Add(unacknowledged.Dequeue(), call.ResponseStream.Current);
        }
    }

    private static DateOnly DateOf(Activity activity) => DateOnly.FromDateTime(activity.OccurredAt.ToDateTime());
}
