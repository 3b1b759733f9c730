using System.Runtime.ExceptionServices;
using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.V1;

namespace SocialLeads.Faults.Traffic;

/// <summary>One sender: it sends batches by unary calls or on a stream until it has none or its server ends, and
/// pauses as long as a refusal asks for.</summary>
internal sealed class Client(Ledger ledger, Refusals refusals)
{
    private const int StreamWindow = 8;

    public Task SendAsync(ServerProcess server, bool streams, BatchSource source) =>
        streams ? SendStreamAsync(server, source) : SendUnaryAsync(server, source);

    /// <summary>Sends batches one by one, each as one call. What is refused or gets no answer is in doubt.</summary>
    public async Task SendUnaryAsync(ServerProcess server, BatchSource source)
    {
        while (!server.IsEnding && source.Next() is { } batch)
        {
            try
            {
                await SendAsync(server, batch);
            }
            catch (RpcException end)
            {
                if (!server.IsEnding) await Task.Delay(refusals.Count(end));
            }
        }
    }

    /// <summary>Sends a batch as one call. If the call fails the batch is in doubt.</summary>
    /// <returns>Of each activity whether it was accepted; else it was a duplicate.</returns>
    /// <exception cref="RpcException">The call failed.</exception>
    public async Task<IReadOnlyList<bool>> SendAsync(ServerProcess server, Batch batch)
    {
        var attempt = ledger.Begin(batch);
        try
        {
            bool[] accepted = [.. (await DispositionsAsync(server, batch)).Select(IsAccepted)];
            ledger.Acknowledge(attempt, accepted);
            return accepted;
        }
        catch (RpcException)
        {
            ledger.Doubt(attempt);
            throw;
        }
    }

    private static async Task<IEnumerable<Disposition>> DispositionsAsync(ServerProcess server, Batch batch)
    {
        if (batch.HoldsOutcomes)
        {
            var outcomes = new BatchRecordOutcomesRequest();
            outcomes.Outcomes.AddAll(batch.Activities);
            return (await server.Leads.BatchRecordOutcomesAsync(outcomes, cancellationToken: server.Ended)).Results.Select(result => result.Disposition);
        }

        var request = new RecordActivitiesRequest();
        request.Activities.AddAll(batch.Activities);
        return (await server.Activities.RecordActivitiesAsync(request, cancellationToken: server.Ended)).Results.Select(result => result.Disposition);
    }

    /// <summary>Sends batches on one stream, several ahead of their acknowledgements. A refusal ends the stream.</summary>
    public async Task SendStreamAsync(ServerProcess server, BatchSource source)
    {
        using var call = server.Activities.StreamActivities(cancellationToken: server.Ended);
        var underWay = new Queue<Attempt>();
        using var window = new SemaphoreSlim(StreamWindow);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(server.Ended);
        var writing = WriteAsync(server, call.RequestStream, source, underWay, window, ending);
        var reading = ReadAsync(server, call.ResponseStream, underWay, window, ending);
        await Task.WhenAll(writing, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var attempt in underWay) ledger.Doubt(attempt);

        // Either fails when the other did, and the reader's end is then the reason, unless one of them found something wrong.
        Exception?[] failures = [reading.Exception?.InnerException, writing.Exception?.InnerException];
        if (failures.OfType<FaultException>().FirstOrDefault() is { } fault) ExceptionDispatchInfo.Throw(fault);
        var failure = failures[0] ?? failures[1];
        if (failure is null || server.IsEnding) return;
        if (failure is not RpcException refusal) ExceptionDispatchInfo.Throw(failure);
        else await Task.Delay(refusals.Count(refusal));
    }

    private async Task WriteAsync(
        ServerProcess server,
        IClientStreamWriter<StreamActivitiesRequest> requests,
        BatchSource source,
        Queue<Attempt> underWay,
        SemaphoreSlim window,
        CancellationTokenSource ending)
    {
        for (var sequence = 0L; ;)
        {
            // A batch is taken only when it can be sent, so that none is lost between the source and the ledger.
            await window.WaitAsync(ending.Token);
            if (source.Next() is not { } batch) break;
            if (batch.HoldsOutcomes)
            {
                try
                {
                    await SendAsync(server, batch);
                }
                catch (RpcException)
                {
                    // A refusal ends the stream, and the reader waits for its end.
                    await requests.CompleteAsync();
                    throw;
                }
                catch (FaultException)
                {
                    // Nobody would end the stream, and the reader would wait for ever.
                    await ending.CancelAsync();
                    throw;
                }

                window.Release();
                continue;
            }

            var request = new StreamActivitiesRequest { Sequence = sequence++ };
            request.Activities.AddAll(batch.Activities);
            var attempt = ledger.Begin(batch);
            lock (underWay) underWay.Enqueue(attempt);
            await requests.WriteAsync(request, ending.Token);
        }

        await requests.CompleteAsync();
    }

    private async Task ReadAsync(
        ServerProcess server,
        IAsyncStreamReader<StreamActivitiesResponse> responses,
        Queue<Attempt> underWay,
        SemaphoreSlim window,
        CancellationTokenSource ending)
    {
        try
        {
            for (var sequence = 0L; await MoveNextAsync(server, responses, sequence, ending.Token); sequence++)
            {
                var response = responses.Current;
                if (response.Sequence != sequence)
                    throw new FaultException($"The stream answered request {response.Sequence} where {sequence} was next.");
                Attempt attempt;
                lock (underWay) attempt = underWay.Dequeue();
                ledger.Acknowledge(attempt, response.AcceptedCount, response.DuplicateCount);
                window.Release();
            }
        }
        finally
        {
            await ending.CancelAsync();
        }
    }

    private static async Task<bool> MoveNextAsync(
        ServerProcess server, IAsyncStreamReader<StreamActivitiesResponse> responses, long sequence, CancellationToken cancellationToken)
    {
        var next = responses.MoveNext(cancellationToken);
        if (!await Patience.LastsAsync(next, CallPatience.Longest) && !server.IsEnding)
        {
            throw new FaultException(
                $"A stream neither answered request {sequence} nor ended within {CallPatience.Longest}. {await server.DescribeLateAsync()}");
        }

        return await next;
    }

    private static bool IsAccepted(Disposition disposition) => disposition switch
    {
        Disposition.Accepted => true,
        Disposition.Duplicate => false,
        _ => throw new FaultException($"A good activity or outcome was answered {disposition}."),
    };
}
