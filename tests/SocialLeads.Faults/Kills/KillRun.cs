using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using SocialLeads.Faults.Checking;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.Faults.Traffic;

namespace SocialLeads.Faults.Kills;

/// <summary>
/// Kills the server again and again while several clients send, starts it on the same store, and holds what it serves
/// against a reference that folds what was acknowledged.
/// </summary>
/// <remarks>
/// Each of these was put into the product on purpose, and this run caught it, the last within twelve rounds and the others within six:
/// acknowledged before the append is complete (an activity is accepted again after it was acknowledged);
/// the tail of the log is not folded at recovery (members without a lead, or with a lower one);
/// the ids in the tail, or those that a checkpoint saved, are not remembered at recovery (accepted again);
/// a request is written as two rows (of one request, a part of a partition's activities was recorded);
/// a checkpoint names the row before its last, which is then folded twice (contributions measure too much);
/// a duplicate is acknowledged while what it repeats is not yet durable (accepted again after it was acknowledged).
/// </remarks>
internal sealed class KillRun
{
    private const int LargestBatch = 40;
    private const int SettleAttempts = 20;

    // Small, so that checkpoints are under way when the server is killed and recoveries begin behind them, and so that members'
    // features leave memory and come back.
    private static readonly KeyValuePair<string, string>[] _cramped =
    [
        new("SOCIALLEADS_PARTITION__CHECKPOINTAFTERACTIVITIES", "150"),
        new("SOCIALLEADS_PARTITION__MAXRESIDENTMEMBERS", "16"),
    ];

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly ulong _seed;
    private readonly Place _place;
    private readonly TextWriter _progress;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly Ledger _ledger = new();
    private readonly Refusals _refusals = new();
    private readonly Client[] _clients;
    private readonly BatchMaker[] _makers;
    private readonly ServerLaunch _launch;
    private int _inDoubt;
    private int _round;

    public KillRun(ulong seed, int clients, Place place, TextWriter progress)
    {
        _seed = seed;
        _place = place;
        _progress = progress;
        _clients = [.. Enumerable.Range(0, clients).Select(_ => new Client(_ledger, _refusals))];
        _makers = [.. Enumerable.Range(0, clients).Select(i => new BatchMaker(i, Chance.At(seed, -1, i), _ledger, LargestBatch))];
        _launch = place.Launch(_cramped);
    }

    /// <exception cref="FaultException">The server did what it must not do; the message names the round.</exception>
    public async Task RunAsync(int rounds)
    {
        try
        {
            await RunRoundsAsync(rounds);
        }
        catch (FaultException fault)
        {
            throw new FaultException($"Round {_round}: {fault.Message}");
        }
        catch (RpcException failure)
        {
            throw new FaultException($"Round {_round}: A call failed that nothing stood in the way of: {failure.Status}.");
        }
    }

    private async Task RunRoundsAsync(int rounds)
    {
        var begin = _time.GetTimestamp();
        var server = await ServerProcess.StartAsync(_launch);
        try
        {
            for (_round = 1; _round <= rounds; _round++)
            {
                var started = _time.GetTimestamp();
                var plan = RoundPlan.At(_seed, _round, _clients.Length);
                await SendUntilEndedAsync(server, plan);
                await server.DisposeAsync();
                if (plan.KillWhileStarting is { } after) await ServerProcess.KillWhileStartingAsync(_launch, after);
                server = await ServerProcess.StartAsync(_launch);
                var outcome = await CheckInTimeAsync(server, _round == rounds ? Doubt.Settle : plan.Doubt);
                RequireNoRefusals();
                await _progress.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {_round}/{rounds}: {plan.Ending}, {outcome} ({_time.GetElapsedTime(started).TotalSeconds:0.0} s)"));
            }
        }
        finally
        {
            await server.DisposeAsync();
        }

        await _progress.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds} rounds in {_time.GetElapsedTime(begin).TotalSeconds:0} s: {_ledger.Acknowledgements.Count} requests and {_ledger.Acknowledged} activities "
            + $"acknowledged, {_inDoubt} requests without an answer. Nothing was lost and nothing counted twice."));
    }

    private async Task SendUntilEndedAsync(ServerProcess server, RoundPlan plan)
    {
        var carried = new ConcurrentQueue<Batch>(_ledger.TakeInDoubt());
        var acknowledged = _ledger.Acknowledgements.FurtherAsync(plan.Acknowledgements, _patience, "requests acknowledged");
        var sending = Task.WhenAll(_clients.Select((client, i) =>
            client.SendAsync(server, plan.Streams[i], new BatchSource(carried, _makers[i].Next))));

        // Clients end before the server does only when they found something wrong.
        await Task.WhenAny(acknowledged, sending);
        await Task.WhenAny(sending, Task.Delay(plan.Further));
        await (plan.Ending switch
        {
            Ending.Kill => server.KillAsync(),
            Ending.TerminateThenKill => server.TerminateAsync(plan.Patience),
            _ => server.TerminateAsync(_patience),
        });
        await sending;
        await acknowledged;
        _ledger.PutBack(carried);
        _inDoubt += _ledger.InDoubt;
    }

    /// <summary>The store was there all the time and never had much to do: no reason to refuse anything.</summary>
    private void RequireNoRefusals()
    {
        var refusals = _refusals.Unavailable.Count + _refusals.Exhausted.Count;
        if (refusals > 0) throw new FaultException($"The server refused {refusals} requests although it was not asked to end.");
    }

    private async Task<string> CheckInTimeAsync(ServerProcess server, Doubt doubt)
    {
        var check = CheckAsync(server, doubt);
        if (!await Patience.LastsAsync(check, _patience))
        {
            throw new FaultException(
                $"The server did not answer within {_patience} what it was asked to compare its members. {await server.DescribeLateAsync()}");
        }

        return await check;
    }

    private async Task<string> CheckAsync(ServerProcess server, Doubt doubt)
    {
        var inDoubt = _ledger.InDoubt;
        var order = Chance.At(_seed, _round, 1);
        switch (doubt)
        {
            case Doubt.Carry:
                return $"{inDoubt} requests in doubt are carried on";
            case Doubt.Judge:
                var served = await Reading.Of(server);
                var known = _ledger.TakeStock();
                var present = await new DoubtJudge(_ledger, _clients[0]).FindPresentAsync(server);
                Compare(Reference.Of(known.Concat(present), order), served);
                return $"{served.Count} members agree, {present.Count} activities of {inDoubt} requests in doubt were there";
            default:
                await SettleAsync(server);
                var settled = await Reading.Of(server);
                Compare(Reference.Of(_ledger.TakeStock(), order), settled);
                return $"{settled.Count} members agree, {inDoubt} requests in doubt were settled";
        }
    }

    private async Task SettleAsync(ServerProcess server)
    {
        for (var attempt = 0; _ledger.InDoubt > 0; attempt++)
        {
            if (attempt == SettleAttempts) throw new FaultException($"{_ledger.InDoubt} requests could not be recorded in {SettleAttempts} attempts.");
            var carried = new ConcurrentQueue<Batch>(_ledger.TakeInDoubt());
            await Task.WhenAll(_clients.Select((client, i) =>
                client.SendAsync(server, i % 2 == 0, new BatchSource(carried, () => null))));
        }
    }

    private static void Compare(Standing expected, Standing served)
    {
        if (Standing.FirstDifference(expected, served) is { } difference) throw new FaultException(difference);
    }
}
