using Grpc.Core;

namespace SocialLeads.Bench.Floor;

/// <summary>Answers at once.</summary>
internal sealed class FloorNothingService : NothingService.NothingServiceBase
{
    public override Task<DoNothingResponse> DoNothing(DoNothingRequest request, ServerCallContext context) =>
        Task.FromResult(new DoNothingResponse());
}
