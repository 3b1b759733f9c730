using System.Collections.Immutable;
using Google.Protobuf.Collections;
using SocialLeads.Scoring;
using SocialLeads.Scoring.Activities;
using SocialLeads.Server.Requests;
using WireActivity = SocialLeads.V1.Activity;

namespace SocialLeads.Server.Activities;

/// <summary>A batch as it arrived, checked: the good activities, and what is wrong with the others.</summary>
/// <param name="ArrivedAtMs">The arrival, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Good">The activities without violations, in the order of the request.</param>
/// <param name="Rejected">The others, by their place in the request.</param>
/// <param name="Count">All activities of the request.</param>
internal sealed record CheckedBatch(
    long ArrivedAtMs, ImmutableArray<Activity> Good, ImmutableSortedDictionary<int, IReadOnlyList<FieldViolation>> Rejected, int Count)
{
    /// <summary>Activities, or outcomes, in one request.</summary>
    public const int MaxActivities = 10_000;

    /// <summary>
    /// Bytes of violations that are kept of one request. An activity can have dozens, and ten thousand such activities more
    /// than fits into an answer.
    /// </summary>
    private const int RoomForViolations = 1024 * 1024;

    /// <summary>Bytes of a violation on the wire besides its two texts.</summary>
    private const int ViolationFraming = 8;

    /// <summary>Checks one item of a request; null when something is wrong with it.</summary>
    public delegate IReadOnlyList<FieldViolation> Check<in T>(T item, out Activity? activity);

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no activities, or too many.</exception>
    public static CheckedBatch Read(RepeatedField<WireActivity> activities, long arrivedAtMs) => Read(
        activities,
        "activities",
        arrivedAtMs,
        (WireActivity item, out Activity? activity) => ActivityRules.Check(ActivityMapper.ToDraft(item), arrivedAtMs, out activity));

    /// <param name="items">What the request holds.</param>
    /// <param name="field">The field that holds it.</param>
    /// <param name="arrivedAtMs">The arrival, milliseconds since 1970-01-01 UTC.</param>
    /// <param name="check">Makes activities of the items.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no items, or too many.</exception>
    public static CheckedBatch Read<T>(RepeatedField<T> items, string field, long arrivedAtMs, Check<T> check)
    {
        if (items.Count is 0 or > MaxActivities)
            throw RpcErrors.InvalidArgument(field, $"A request holds 1 to {MaxActivities} {field}; this one holds {items.Count}.");

        var good = ImmutableArray.CreateBuilder<Activity>(items.Count);
        var rejected = ImmutableSortedDictionary<int, IReadOnlyList<FieldViolation>>.Empty;
        var room = RoomForViolations;
        for (var index = 0; index < items.Count; index++)
        {
            var violations = check(items[index], out var activity);
            if (activity is not null) good.Add(activity);
            else rejected = rejected.Add(index, Fit(violations, ref room));
        }

        return new CheckedBatch(arrivedAtMs, good.ToImmutable(), rejected, items.Count);
    }

    /// <summary>All violations of an activity, or only the first when there is no more room.</summary>
    private static IReadOnlyList<FieldViolation> Fit(IReadOnlyList<FieldViolation> violations, ref int room)
    {
        room -= violations.Sum(one => one.Field.Length + one.Description.Length + ViolationFraming);
        return room >= 0 ? violations : [violations[0]];
    }
}
