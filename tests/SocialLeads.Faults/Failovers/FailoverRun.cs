using System.Globalization;
using System.Text.RegularExpressions;
using SocialLeads.Faults.Checking;
using SocialLeads.Faults.Kills;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.Faults.Traffic;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Faults.Failovers;

/// <summary>
/// Two nodes on one PostgreSQL serve one tenant. One is killed while clients send to both; the other must answer for all members. Then the
/// killed one is started again and the other one killed, and so on. After each kill what both serve is held against a
/// reference that folds what was acknowledged.
/// </summary>
internal sealed partial class FailoverRun
{
    private const int FirstProbe = 50;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    private readonly ulong _seed;
    private readonly Place _place;
    private readonly TextWriter _progress;
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly SteadyTraffic _traffic;
    private readonly Client _asker;
    private readonly PartitionWrites[] _writes;
    private readonly Witness _witness;
    private readonly List<FailoverTimes> _times = [];
    private int _round;

    public FailoverRun(ulong seed, int clients, Place place, TextWriter progress)
    {
        _seed = seed;
        _place = place;
        _progress = progress;
        _traffic = new SteadyTraffic(seed, clients);
        _asker = new Client(_traffic.Ledger, _traffic.Refusals);
        _writes = [.. Enumerable.Range(0, PartitionWrites.Partitions).Select(i => new PartitionWrites(
            i, FirstProbe + i, Chance.At(seed, -3, i), _traffic.Ledger, _traffic.Refusals, _time))];
        _witness = new Witness(Chance.At(seed, -4), _traffic.Ledger, _traffic.Refusals);
    }

    /// <exception cref="FaultException">A node did what it must not do; the message names the round.</exception>
    public async Task RunAsync(int rounds)
    {
        await using var nodes = await TwoNodes.StartAsync(_place);
        try
        {
            for (_round = 1; _round <= rounds; _round++) await RunRoundAsync(nodes, rounds);
        }
        catch (FaultException fault)
        {
            throw new FaultException($"Round {_round}: {fault.Message}");
        }

        await _progress.WriteLineAsync(
            $"{rounds} kills: {_traffic.Ledger.Acknowledgements.Count} requests and {_traffic.Ledger.Acknowledged} activities acknowledged, "
            + $"{_traffic.Refusals.Unavailable.Count} refused with UNAVAILABLE, {_witness.Right} scores were read right behind their activity. "
            + $"Nothing was lost and nothing counted twice.\nMedians: {FailoverTimes.Summarize(_times)}.");
    }

    private async Task RunRoundAsync(TwoNodes nodes, int rounds)
    {
        var plan = FailoverPlan.At(_seed, _round);
        var killed = _round % 2;
        var times = await KillAsync(nodes, killed, plan);
        _times.Add(times);
        var outcome = await CheckAsync(nodes, plan.Judge);
        await _progress.WriteLineAsync(
            $"round {_round}/{rounds}: killed node {killed + 1}{(plan.RestartAtOnce ? " and started it at once" : "")}: {times}; {outcome}");
    }

    private async Task<FailoverTimes> KillAsync(TwoNodes nodes, int killed, FailoverPlan plan)
    {
        var other = nodes[1 - killed];
        using var stop = new CancellationTokenSource();
        _traffic.Start(client => nodes.Living(client % 2));
        var turn = 0;
        var probing = Task.WhenAll(
            _writes.Select(one => one.RunAsync(other, stop.Token))
                .Append(_witness.RunAsync(() => nodes.Living(turn++ % 2), stop.Token)));
        await UntilAsync(_traffic.Ledger.Acknowledgements.FurtherAsync(plan.Acknowledgements, _patience, "requests acknowledged"), probing);
        await UntilAsync(Task.Delay(plan.Further), probing);
        // Whoever has outcomes only has no score.
        var members = _traffic.Ledger.TakeStock().Where(activity => activity.Outcome == OutcomeKind.None)
            .Select(activity => activity.Member).Distinct().ToList();
        var before = Recoveries(other).Count;

        var killedAt = _time.GetTimestamp();
        foreach (var one in _writes) one.Killed(killedAt);
        await nodes[killed].KillAsync();
        // What the killed node did not answer stays in doubt when nobody sends it again.
        if (plan.Judge) await _traffic.StopAsync();
        var restart = plan.RestartAtOnce ? nodes.StartAsync(killed) : Task.CompletedTask;
        var reading = ReadAsync(other, members, killedAt);
        await UntilAsync(Task.WhenAll([reading, .. _writes.Select(one => one.Written)]).WaitAsync(_patience), probing);
        if (!plan.RestartAtOnce) restart = nodes.StartAsync(killed);
        await UntilAsync(restart, probing);
        var moved = Recoveries(other).Skip(before).Concat(Recoveries(nodes[killed])).ToHashSet();
        await UntilAsync(_traffic.Ledger.Acknowledgements.FurtherAsync(20, _patience, "requests acknowledged by both nodes"), probing);
        await stop.CancelAsync();
        await UntilAsync(probing, probing);
        await _traffic.StopAsync();
        return new FailoverTimes(
            moved.Count,
            moved.Count == 0 ? null : _writes.Where(one => moved.Contains(one.Partition)).Min(one => one.Recovered),
            _writes.Max(one => one.Recovered),
            await reading,
            _writes.Max(one => one.LongestGap));
    }

    private async Task<TimeSpan> ReadAsync(ServerProcess server, IReadOnlyList<string> members, long killedAt)
    {
        await MemberReads.UntilAnsweredAsync(server, members, _traffic.Refusals);
        return _time.GetElapsedTime(killedAt);
    }

    /// <summary>The partitions that a node said it has recovered.</summary>
    private static List<int> Recoveries(ServerProcess node) =>
        [.. node.Printed("recovered").Select(line => int.Parse(Recovered().Match(line).Groups[1].Value, CultureInfo.InvariantCulture))];

    /// <summary>Waits while everybody sends and asks, unless one of them finds something wrong.</summary>
    private Task UntilAsync(Task awaited, Task probing) => _traffic.UntilAsync(Task.WhenAny(awaited, probing).Unwrap());

    private async Task<string> CheckAsync(TwoNodes nodes, bool judge)
    {
        var inDoubt = _traffic.Ledger.InDoubt;
        if (judge)
        {
            var served = await Reading.Of(nodes[0]);
            var known = _traffic.Ledger.TakeStock();
            var present = await new DoubtJudge(_traffic.Ledger, _asker).FindPresentAsync(nodes[1]);
            var expected = Reference.Of(known.Concat(present), Chance.At(_seed, _round, 1));
            if (Standing.FirstDifference(expected, served) is { } difference) throw new FaultException(difference);
        }

        await _traffic.SettleAsync(nodes[0]);
        var members = 0;
        foreach (var node in (int[])[0, 1]) members = await _traffic.CompareAsync(nodes[node]);
        return $"{members} members agree on both, {inDoubt} requests in doubt were {(judge ? "judged" : "settled")}";
    }

    [GeneratedRegex("Partition default/([0-9]+) recovered:")]
    private static partial Regex Recovered();
}
