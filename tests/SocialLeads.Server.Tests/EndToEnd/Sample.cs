using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Activities to send in tests.</summary>
internal static class Sample
{
    public const string Day = "2026-03-10";

    public static readonly DateTime At = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    public static Activity Post(string id, string member, int daysBefore = 0) => new()
    {
        Id = id,
        Member = member,
        Kind = "post",
        OccurredAt = Timestamp.FromDateTime(At.AddDays(-daysBefore)),
        Group = "integrations",
        Tags = { "pricing" },
    };

    public static RecordActivitiesRequest Batch(params IEnumerable<Activity> activities)
    {
        var request = new RecordActivitiesRequest();
        request.Activities.AddRange(activities);
        return request;
    }
}
