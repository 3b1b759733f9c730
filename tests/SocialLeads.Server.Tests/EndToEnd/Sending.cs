using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>A sender that streams batches, a few ahead of their answers, and notes what was acknowledged.</summary>
internal static class Sending
{
    private const int BatchSize = 20;
    private const int MostUnanswered = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Streams activities until all are acknowledged or the server ends the call.</summary>
    /// <param name="server">The server.</param>
    /// <param name="activities">What to send.</param>
    /// <param name="acknowledged">Gets the ids that were acknowledged.</param>
    /// <param name="goOn">Told the number of answers after each. After a no only what is under way is sent, and then nothing more:
    /// it is the server that has to end the call.</param>
    /// <returns>How the call ended.</returns>
    public static async Task<StatusCode> StreamAsync(
        ServerProcess server, IEnumerable<Activity> activities, HashSet<string> acknowledged, Func<int, bool> goOn)
    {
        var batches = activities.Chunk(BatchSize).ToList();
        using var call = server.Activities.StreamActivities(cancellationToken: Cancel);
        using var room = new SemaphoreSlim(MostUnanswered);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var writing = WriteAsync(call.RequestStream, batches, room, ended.Token);
        var answers = 0;
        try
        {
            while (await call.ResponseStream.MoveNext(Cancel))
            {
                acknowledged.UnionWith(batches[(int)call.ResponseStream.Current.Sequence].Select(activity => activity.Id));
                if (goOn(++answers)) room.Release();
            }
        }
        catch (RpcException failed)
        {
            return failed.StatusCode;
        }
        finally
        {
            await ended.CancelAsync();
            await writing;
        }

        return StatusCode.OK;
    }

    private static async Task WriteAsync(
        IClientStreamWriter<StreamActivitiesRequest> requests, List<Activity[]> batches, SemaphoreSlim room, CancellationToken ended)
    {
        try
        {
            for (var sequence = 0; sequence < batches.Count; sequence++)
            {
                await room.WaitAsync(ended);
                await requests.WriteAsync(new StreamActivitiesRequest { Sequence = sequence, Activities = { batches[sequence] } }, ended);
            }

            await requests.CompleteAsync();
        }
        catch (Exception gone) when (gone is RpcException or InvalidOperationException or IOException or OperationCanceledException)
        {
            // The call has ended; the reader of the answers learns how, and what was acknowledged until then.
        }
    }
}
