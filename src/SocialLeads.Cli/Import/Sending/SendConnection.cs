using System.Threading.Channels;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Import.Sending;

/// <summary>One stream to the server: first what earlier streams left unacknowledged, then new requests.</summary>
internal sealed class SendConnection(
    SendWindow window, ChannelReader<Batch> batches, SendTotals totals, IRejects rejects, Action onAcknowledged)
{
    /// <summary>Returns when there is nothing more to send and everything is acknowledged.</summary>
    /// <exception cref="RpcException">The stream ended before that.</exception>
    public async Task RunAsync(
        ActivityService.ActivityServiceClient client, Metadata headers, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = client.StreamActivities(headers, cancellationToken: end.Token);
        var writing = WriteAllAsync(call.RequestStream, end.Token);
        var reading = ReadAllAsync(call.ResponseStream, end.Token);

        // Writing fails by itself only for a fault of ours; then there is nothing to wait for.
        if (await Task.WhenAny(writing, reading) == writing && writing.IsFaulted)
            await end.CancelAsync();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await end.CancelAsync();
        await ((Task)writing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        cancellationToken.ThrowIfCancellationRequested();
        if (writing.IsFaulted)
            await writing;
        await ThrowIfLostAsync(reading);
        var wroteAll = writing.IsCompletedSuccessfully && await writing;
        if (!wroteAll || window.Waiting().Count > 0)
            throw new RpcException(new Status(StatusCode.Unavailable, "the server ended the stream early"));
    }

    // Nobody here cancelled the call: it was the connection that went away under it.
    private static async Task ThrowIfLostAsync(Task reading)
    {
        try
        {
            await reading;
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Cancelled)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "the connection was lost", failure));
        }
    }

    /// <summary>True when everything was written, false when the call ended before.</summary>
    private async Task<bool> WriteAllAsync(
        IClientStreamWriter<StreamActivitiesRequest> requests, CancellationToken cancellationToken)
    {
        try
        {
            var again = window.Waiting();
            totals.CountResent(again.Count);
            foreach (var batch in again)
                await requests.WriteAsync(batch.ToRequest(), cancellationToken);
            while (await NextAsync(cancellationToken) is { } batch)
                await requests.WriteAsync(batch.ToRequest(), cancellationToken);
            await requests.CompleteAsync();
            return true;
        }
        catch (Exception failure) when (failure is RpcException or InvalidOperationException or IOException)
        {
            // The call has ended. Why is told on its reading side.
            return false;
        }
    }

    private async Task<Batch?> NextAsync(CancellationToken cancellationToken)
    {
        await window.WaitForRoomAsync(cancellationToken);
        var taken = false;
        try
        {
            while (await batches.WaitToReadAsync(cancellationToken))
            {
                if (!batches.TryRead(out var batch))
                    continue;
                window.Add(batch);
                taken = true;
                return batch;
            }

            return null;
        }
        finally
        {
            if (!taken)
                window.GiveBack();
        }
    }

    private async Task ReadAllAsync(IAsyncStreamReader<StreamActivitiesResponse> responses, CancellationToken cancellationToken)
    {
        while (await responses.MoveNext(cancellationToken))
        {
            var answer = responses.Current;
            var batch = window.Acknowledge(answer.Sequence)
                ?? throw new CliException(ExitCode.Refused, $"the server acknowledged request {answer.Sequence} out of turn");
            onAcknowledged();
            Count(answer, batch);
        }
    }

    private void Count(StreamActivitiesResponse answer, Batch batch)
    {
        var refused = new HashSet<int>(answer.Rejected.Count);
        foreach (var rejected in answer.Rejected)
        {
            if (rejected.Index < 0 || rejected.Index >= batch.Activities.Count)
            {
                throw new CliException(
                    ExitCode.Refused, $"the server rejected an activity that request {answer.Sequence} has not");
            }

            refused.Add(rejected.Index);
            rejects.AddActivity(batch.Activities[rejected.Index], rejected.Violations);
        }

        for (var place = 0; place < batch.Activities.Count; place++)
        {
            if (!refused.Contains(place)) totals.CountTime(batch.Activities[place].Activity.OccurredAt);
        }

        totals.CountAnswer(answer.AcceptedCount, answer.DuplicateCount, answer.Rejected.Count, answer.FacetsLeftOut);
    }
}
