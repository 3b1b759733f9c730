using Google.Rpc;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Outcomes;
using SocialLeads.Server.Activities;
using SocialLeads.Server.Requests;
using SocialLeads.V1;
using Activity = SocialLeads.Scoring.Activities.Activity;
using WireOutcome = SocialLeads.V1.Outcome;

namespace SocialLeads.Server.Outcomes;

/// <summary>Takes in outcomes: checks them, has them recorded as activities are, answers for each.</summary>
internal sealed class OutcomeRecording(BatchRecording recording, ServerTime time)
{
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, naming every field that is wrong; see also <see cref="BatchRecording"/>.</exception>
    public async Task<RecordOutcomeResponse> RecordAsync(string tenant, RecordOutcomeRequest request)
    {
        if (request.Outcome is not { } outcome) throw RpcErrors.InvalidArgument("outcome", "An outcome is required.");
        var batch = Check([outcome]);
        if (batch.Rejected.TryGetValue(0, out var violations))
        {
            throw RpcErrors.InvalidArguments(
                string.Join("; ", violations.Select(one => $"outcome.{one.Field}: {one.Description}")),
                violations.Select(one => new BadRequest.Types.FieldViolation { Field = $"outcome.{one.Field}", Description = one.Description }));
        }

        var reply = await recording.RecordAsync(tenant, batch);
        return new RecordOutcomeResponse { Disposition = ToDisposition(reply.Accepted[0]) };
    }

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no outcomes, or too many; see also <see cref="BatchRecording"/>.</exception>
    public async Task<BatchRecordOutcomesResponse> RecordAsync(string tenant, BatchRecordOutcomesRequest request)
    {
        var batch = Check(request.Outcomes);
        return ToResponse(batch, await recording.RecordAsync(tenant, batch));
    }

    private CheckedBatch Check(Google.Protobuf.Collections.RepeatedField<WireOutcome> outcomes)
    {
        var arrivedAtMs = time.NowMs;
        return CheckedBatch.Read(
            outcomes, "outcomes", arrivedAtMs,
            (WireOutcome outcome, out Activity? activity) => OutcomeRules.Check(OutcomeMapper.ToDraft(outcome), arrivedAtMs, out activity));
    }

    private static BatchRecordOutcomesResponse ToResponse(CheckedBatch batch, RecordReply reply)
    {
        var response = new BatchRecordOutcomesResponse();
        var good = 0;
        for (var index = 0; index < batch.Count; index++)
        {
            var isRejected = batch.Rejected.TryGetValue(index, out var violations);
            var result = new OutcomeResult { Disposition = isRejected ? Disposition.Rejected : ToDisposition(reply.Accepted[good++]) };
            if (isRejected) result.Violations.AddRange(violations!.Select(RecordingMapper.ToWire));
            response.Results.Add(result);
        }

        return response;
    }

    private static Disposition ToDisposition(bool isNew) => isNew ? Disposition.Accepted : Disposition.Duplicate;
}
