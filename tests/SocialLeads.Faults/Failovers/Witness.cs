using System.Globalization;
using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Faults.Failovers;

/// <summary>
/// Writes to members that nobody else writes to, and reads them from whichever node lives as soon as the write is acknowledged: what
/// is served, before, while and after partitions move, must be exactly what was acknowledged. No answer is right, a wrong one never.
/// </summary>
internal sealed class Witness(Random random, Ledger ledger, Refusals refusals)
{
    private const int Members = 16;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly Client _client = new(ledger, refusals);
    private readonly ActivityMaker _activities = new(random);
    private readonly KnownMembers _members = new();
    private int _made;

    /// <summary>Scores that were read and were right.</summary>
    public int Right { get; private set; }

    /// <param name="living">A node that lives.</param>
    /// <param name="stop">Ends it behind what is under way.</param>
    /// <exception cref="FaultException">A score was wrong.</exception>
    public async Task RunAsync(Func<ServerProcess> living, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var activity = _activities.Make(string.Create(CultureInfo.InvariantCulture, $"99-{_made++:000000}")) with
            {
                Member = $"witness-{random.Next(Members)}",
            };
            var batch = new Batch([activity]);
            await UntilAnsweredAsync(living, server => _client.SendAsync(server, batch));
            _members.Add(activity);
            var request = new GetScoreRequest { Member = activity.Member, AsOf = ActivityMaker.NewestDayText };
            await UntilAnsweredAsync(living, async server =>
                _members.RequireRight((await server.Leads.GetScoreAsync(request, cancellationToken: server.Ended)).Lead));
            Right++;
            await Task.Delay(_pause, CancellationToken.None);
        }
    }

    private async Task UntilAnsweredAsync(Func<ServerProcess> living, Func<ServerProcess, Task> call)
    {
        while (true)
        {
            var server = living();
            try
            {
                await call(server);
                return;
            }
            catch (RpcException refusal)
            {
                if (!server.IsEnding) refusals.Count(refusal);
                await Task.Delay(_pause);
            }
        }
    }
}
