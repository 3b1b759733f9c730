using Grpc.Core;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;

namespace SocialLeads.Faults.Failovers;

/// <summary>Asks a server for the scores of all members until it answers.</summary>
internal static class MemberReads
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <param name="server">Who is asked.</param>
    /// <param name="members">Members with activities that were acknowledged.</param>
    /// <param name="refusals">Counts what is refused meanwhile.</param>
    /// <exception cref="FaultException">The answer leaves some out.</exception>
    public static async Task UntilAnsweredAsync(ServerProcess server, IReadOnlyList<string> members, Refusals refusals)
    {
        var request = new BatchGetScoresRequest
        {
            AsOf = ActivityMaker.NewestDayText,
            View = LeadView.Basic,
        };
        request.Members.AddRange(members);
        while (true)
        {
            try
            {
                var scores = await server.Leads.BatchGetScoresAsync(request, cancellationToken: server.Ended);
                if (scores.Missing.Count == 0) return;
                throw new FaultException(
                    $"{scores.Missing.Count} of {members.Count} members are unknown although activities of theirs were acknowledged; the first is '{scores.Missing[0]}'.");
            }
            catch (RpcException refusal)
            {
                refusals.Count(refusal);
                await Task.Delay(_pause);
            }
        }
    }
}
