using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>A sender that streams batches and notes what was acknowledged.</summary>
internal static class Sending
{
    private const int BatchSize = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Streams activities, without waiting for answers, until all are acknowledged or the server is gone.</summary>
    /// <param name="server">The server.</param>
    /// <param name="activities">What to send.</param>
    /// <param name="acknowledged">Gets the ids that were acknowledged.</param>
    /// <param name="onAnswer">Called with the number of answers so far after each.</param>
    /// <returns>How the call ended.</returns>
    public static async Task<StatusCode> StreamAsync(
        ServerProcess server, IEnumerable<Activity> activities, HashSet<string> acknowledged, Action<int> onAnswer)
    {
        var batches = activities.Chunk(BatchSize).ToList();
        using var call = server.Activities.StreamActivities(cancellationToken: Cancel);
        var writing = WriteAsync(call.RequestStream, batches);
        var answers = 0;
        try
        {
            while (await call.ResponseStream.MoveNext(Cancel))
            {
                acknowledged.UnionWith(batches[(int)call.ResponseStream.Current.Sequence].Select(activity => activity.Id));
                onAnswer(++answers);
            }
        }
        catch (RpcException ended)
        {
            return ended.StatusCode;
        }
        finally
        {
            await writing;
        }

        return StatusCode.OK;
    }

    private static async Task WriteAsync(IClientStreamWriter<StreamActivitiesRequest> requests, List<Activity[]> batches)
    {
        try
        {
            for (var sequence = 0; sequence < batches.Count; sequence++)
                await requests.WriteAsync(new StreamActivitiesRequest { Sequence = sequence, Activities = { batches[sequence] } }, Cancel);
            await requests.CompleteAsync();
        }
        catch (Exception gone) when (gone is RpcException or InvalidOperationException or IOException)
        {
            // The server is gone; the reader of the answers learns it too, and what was acknowledged until then.
        }
    }
}
