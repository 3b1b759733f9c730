using System.Collections.Immutable;
using SocialLeads.Grains.Outcomes;
using SocialLeads.Scoring.Activities;
using SocialLeads.Server.Paging;
using SocialLeads.Server.Requests;
using SocialLeads.V1;
using OutcomeKind = SocialLeads.Scoring.Outcomes.OutcomeKind;

namespace SocialLeads.Server.Outcomes;

/// <summary>Reads pages of the recorded outcomes.</summary>
internal sealed class OutcomeLists(TenantOutcomes outcomes)
{
    private const int DefaultPageSize = 1_000;
    private const int LargestPageSize = 10_000;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming the field.</exception>
    public async Task<ListOutcomesResponse> ReadAsync(
        ListOutcomesRequest request, string tenant, bool isKnown, CancellationToken cancellationToken)
    {
        var question = Question(request);
        var after = request.PageToken.Length > 0 ? OutcomePageTokens.Read(tenant, question, request.PageToken) : (OutcomePosition?)null;
        var pageSize = request.PageSize switch
        {
            < 0 => throw RpcErrors.InvalidArgument("page_size", $"A page size is 0 (for {DefaultPageSize}) or more."),
            0 => DefaultPageSize,
            var asked => Math.Min(asked, LargestPageSize),
        };
        var response = new ListOutcomesResponse();
        if (!isKnown) return response;
        var page = await outcomes.ListAsync(tenant, question, after, pageSize, cancellationToken);
        response.Outcomes.AddRange(page.Rows.Select(OutcomeMapper.ToWire));
        if (page.After is { } next) response.NextPageToken = OutcomePageTokens.Write(tenant, question, next);
        return response;
    }

    private static OutcomeQuestion Question(ListOutcomesRequest request)
    {
        if (request.Member.Length > 0 && ActivityRules.CheckMember(request.Member) is { } wrong)
            throw RpcErrors.InvalidArgument("member", wrong);
        var from = request.FromDay.Length > 0 ? BoardRequest.ParseDay(request.FromDay, "from_day") : 0;
        var to = request.ToDay.Length > 0 ? BoardRequest.ParseDay(request.ToDay, "to_day") : UtcDay.Max;
        if (to < from) throw RpcErrors.InvalidArgument("to_day", "The last day lies before the first.");
        return new OutcomeQuestion(request.Member, from, to, Kinds(request));
    }

    private static ImmutableArray<OutcomeKind> Kinds(ListOutcomesRequest request)
    {
        for (var index = 0; index < request.Kinds.Count; index++)
        {
            if (!Enum.IsDefined(request.Kinds[index]))
                throw RpcErrors.InvalidArgument($"kinds[{index}]", "There are qualified, rejected, won and lost outcomes.");
        }

        // Any kind, among others, is any kind.
        return request.Kinds.Contains(V1.OutcomeKind.Unspecified)
            ? []
            : [.. request.Kinds.Select(kind => (OutcomeKind)kind).Distinct().Order()];
    }
}
