using System.Collections.Concurrent;
using SocialLeads.Faults.Checking;
using SocialLeads.Faults.Servers;

namespace SocialLeads.Faults.Traffic;

/// <summary>Several clients, half of them on streams, that send whatever happens, until they are told to stop.</summary>
internal sealed class SteadyTraffic
{
    private const int SettleAttempts = 20;

    private readonly ulong _seed;
    private readonly Client[] _clients;
    private readonly BatchMaker[] _makers;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _sending = Task.CompletedTask;
    private volatile bool _stopping;

    /// <param name="seed">Decides what is sent.</param>
    /// <param name="clients">How many send at the same time.</param>
    /// <param name="largestBatch">Activities in one request.</param>
    public SteadyTraffic(ulong seed, int clients, int largestBatch = 40)
    {
        _seed = seed;
        _clients = [.. Enumerable.Range(0, clients).Select(_ => new Client(Ledger, Refusals))];
        _makers = [.. Enumerable.Range(0, clients).Select(i => new BatchMaker(i, Chance.At(seed, -1, i), Ledger, largestBatch))];
    }

    public Ledger Ledger { get; } = new();

    public Refusals Refusals { get; } = new();

    /// <summary>Sends to one server until it ends.</summary>
    public void Start(ServerProcess server) => Start(_ => server.IsEnding ? null : server);

    /// <summary>Sends to several servers.</summary>
    /// <param name="serverOf">The server that a client, by its number, turns to now; null when there is none any more.</param>
    public void Start(Func<int, ServerProcess?> serverOf)
    {
        _stopping = false;
        _sending = Task.WhenAll(_clients.Select((client, i) => SendAsync(client, () => serverOf(i), i / 2 % 2 == 0, _makers[i])));
    }

    /// <summary>Waits for something while sending goes on.</summary>
    /// <exception cref="FaultException">It did not come, or an answer was wrong meanwhile.</exception>
    public async Task UntilAsync(Task awaited) => await await Task.WhenAny(awaited, _failed.Task);

    /// <summary>Stops sending; what was sent is answered when the task completes, or in doubt.</summary>
    /// <exception cref="FaultException">An answer was wrong.</exception>
    public async Task StopAsync()
    {
        _stopping = true;
        await _sending;
    }

    /// <summary>Sends what is in doubt until all of it is acknowledged, while nothing else is sent.</summary>
    /// <exception cref="FaultException">It is not taken.</exception>
    public async Task SettleAsync(ServerProcess server)
    {
        for (var attempt = 0; Ledger.InDoubt > 0; attempt++)
        {
            if (attempt == SettleAttempts) throw new FaultException($"{Ledger.InDoubt} requests could not be recorded in {SettleAttempts} attempts.");
            var carried = new ConcurrentQueue<Batch>(Ledger.TakeInDoubt());
            await Task.WhenAll(_clients.Select((client, i) => client.SendAsync(server, i % 2 == 0, new BatchSource(carried, () => null))));
        }
    }

    /// <summary>Compares all scores with those of what was acknowledged.</summary>
    /// <returns>How many members there are.</returns>
    /// <exception cref="FaultException">Some differ.</exception>
    public async Task<int> CompareAsync(ServerProcess server)
    {
        var served = await Reading.Of(server);
        var expected = Reference.Of(Ledger.TakeStock(), Chance.At(_seed, -2));
        return Standing.FirstDifference(expected, served) is { } difference ? throw new FaultException(difference) : served.Count;
    }

    private async Task SendAsync(Client client, Func<ServerProcess?> current, bool streams, BatchMaker maker)
    {
        try
        {
            while (!_stopping && current() is { } server)
            {
                var carried = new ConcurrentQueue<Batch>(Ledger.TakeInDoubt());
                await client.SendAsync(server, streams, new BatchSource(carried, () => _stopping ? null : maker.Next()));
                Ledger.PutBack(carried);
            }
        }
        catch (FaultException fault)
        {
            _stopping = true;
            _failed.TrySetException(fault);
            throw;
        }
    }
}
