using System.Globalization;
using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Faults.Failovers;

/// <summary>
/// A node that is stopped, as a host does that moves it, until the others have declared it dead and its members were written to
/// elsewhere. When it goes on it knows nothing of that, and questions already wait for it: none may be answered from what it knew.
/// </summary>
internal sealed class PausedNode(ulong seed, TextWriter progress)
{
    private const int Rounds = 4;
    private const int Members = 16;
    private const int Waiting = 8;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Refusals _refusals = new();
    private readonly Ledger _ledger = new();
    private readonly KnownMembers _members = new();
    private readonly ActivityMaker _activities = new(Chance.At(seed));
    private int _made;
    private int _right;
    private int _refused;

    /// <exception cref="FaultException">A node did what it must not do.</exception>
    public static Task RunAsync(ulong seed, Place place, TextWriter progress) => new PausedNode(seed, progress).RunAsync(place);

    private async Task RunAsync(Place place)
    {
        await using var nodes = await TwoNodes.StartAsync(place);
        for (var round = 1; round <= Rounds; round++)
        {
            var (paused, other) = (nodes[round % 2], nodes[1 - round % 2]);
            await WriteAsync(other);
            await MemberReads.UntilAnsweredAsync(paused, [.. Names], _refusals);
            await paused.PauseAsync();
            try
            {
                await WriteAsync(other);
            }
            finally
            {
                // What waits is sent now, and answered as soon as the process goes on.
                var waiting = Task.WhenAll(Enumerable.Range(0, Waiting).Select(_ => AskAsync(paused)));
                await paused.ResumeAsync();
                await waiting;
            }

            var ended = paused.EndedByItselfAsync(_patience);
            while (!ended.IsCompleted)
            {
                await AskAsync(paused);
                await Task.Delay(_pause);
            }

            await ended;
            await nodes.StartAsync(round % 2);
            await progress.WriteLineAsync(
                $"round {round}/{Rounds}: the node that was stopped ended by itself; it gave {_right} right answers and {_refused} refusals so far");
        }
    }

    private static IEnumerable<string> Names => Enumerable.Range(0, Members).Select(number => $"paused-{number}");

    /// <summary>An activity of every member, acknowledged by the node that lives.</summary>
    private async Task WriteAsync(ServerProcess server)
    {
        var batch = new Batch([.. Names.Select(name =>
            _activities.Make(string.Create(CultureInfo.InvariantCulture, $"{_made++:000000}")) with { Member = name })]);
        var client = new Client(_ledger, _refusals);
        await client.SendUnaryAsync(server, new BatchSource(new([batch]), () => null));
        while (_ledger.InDoubt > 0) await client.SendUnaryAsync(server, new BatchSource(new(_ledger.TakeInDoubt()), () => null));
        foreach (var activity in batch.Activities) _members.Add(activity);
    }

    private async Task AskAsync(ServerProcess paused)
    {
        var request = new BatchGetScoresRequest { AsOf = ActivityMaker.NewestDayText };
        request.Members.AddRange(Names);
        try
        {
            var scores = await paused.Leads.BatchGetScoresAsync(request, cancellationToken: paused.Ended);
            foreach (var lead in scores.Leads) _members.RequireRight(lead);
            if (scores.Missing.Count > 0) throw new FaultException($"{scores.Missing.Count} members are unknown to the node that was stopped.");
            _right++;
        }
        catch (RpcException)
        {
            _refused++;
        }
    }
}
