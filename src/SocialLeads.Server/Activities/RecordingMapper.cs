using SocialLeads.Grains.Partitions;
using SocialLeads.V1;

namespace SocialLeads.Server.Activities;

/// <summary>Writes what became of a batch onto the wire.</summary>
internal static class RecordingMapper
{
    public static RecordActivitiesResponse ToResponse(CheckedBatch batch, RecordReply reply)
    {
        var response = new RecordActivitiesResponse { FacetsLeftOut = reply.FacetsLeftOut };
        var good = 0;
        for (var index = 0; index < batch.Count; index++)
        {
            if (batch.Rejected.TryGetValue(index, out var violations))
            {
                var result = new ActivityResult { Disposition = Disposition.Rejected };
                result.Violations.AddRange(violations.Select(ToWire));
                response.Results.Add(result);
            }
            else
            {
                var isNew = reply.Accepted[good++];
                response.Results.Add(new ActivityResult { Disposition = isNew ? Disposition.Accepted : Disposition.Duplicate });
            }
        }

        return response;
    }

    public static StreamActivitiesResponse ToResponse(long sequence, CheckedBatch batch, RecordReply reply)
    {
        var accepted = reply.Accepted.Count(isNew => isNew);
        var response = new StreamActivitiesResponse
        {
            Sequence = sequence,
            AcceptedCount = accepted,
            DuplicateCount = reply.Accepted.Length - accepted,
            FacetsLeftOut = reply.FacetsLeftOut,
        };
        foreach (var (index, violations) in batch.Rejected)
        {
            var rejected = new RejectedActivity { Index = index };
            rejected.Violations.AddRange(violations.Select(ToWire));
            response.Rejected.Add(rejected);
        }

        return response;
    }

    public static FieldViolation ToWire(Scoring.FieldViolation violation) =>
        new() { Field = violation.Field, Description = violation.Description };
}
