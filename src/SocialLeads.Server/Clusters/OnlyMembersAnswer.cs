using Grpc.Core;
using Grpc.Core.Interceptors;
using SocialLeads.Storage;

namespace SocialLeads.Server.Clusters;

/// <summary>Lets an answer out only when the node was a member of the cluster for certain while the answer was found.</summary>
internal sealed class OnlyMembersAnswer(MembershipLease lease) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var answer = continuation(request, context);
        await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Asked behind the question, since the process may have been stopped in the middle of it; NOT_FOUND is an answer, too.
        if (!lease.IsHeld) throw new StoreUnavailableException("This node does not know whether it is still a part of the cluster.");
        return await answer;
    }
}
