using System.Collections.Concurrent;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>
/// Keeps what is sent by member and id, as the real server does. Rejects activities without a member. A test may put its own
/// behaviour in front.
/// </summary>
internal sealed class FakeActivities : ActivityService.ActivityServiceBase
{
    private readonly ConcurrentDictionary<(string Member, string Id), Activity> _recorded = new();
    private readonly Lock _lock = new();
    private int _streams;

    /// <summary>Everything that was recorded, each once.</summary>
    public IReadOnlyCollection<Activity> Recorded => [.. _recorded.Values];

    /// <summary>The ids in the order in which they came, each time they came.</summary>
    public ConcurrentQueue<string> Arrivals { get; } = new();

    /// <summary>How many activities each request had.</summary>
    public ConcurrentQueue<int> RequestSizes { get; } = new();

    /// <summary>The tenant header of each stream.</summary>
    public ConcurrentQueue<string?> Tenants { get; } = new();

    /// <summary>How many streams were opened.</summary>
    public int Streams => _streams;

    /// <summary>Called with the number of the stream, from 1, and of the request in it, from 1, before it is recorded.</summary>
    public Func<int, int, ServerCallContext, Task>? BeforeRecord { get; set; }

    /// <summary>Called with the number of the stream and of the request, between recording and the answer.</summary>
    public Func<int, int, ServerCallContext, Task>? BeforeAnswer { get; set; }

    /// <summary>How many requests of the stream with this number are answered before it is ended as if all were well.</summary>
    public Func<int, int>? EndAfter { get; set; }

    /// <summary>How many facets each request is said to have lost.</summary>
    public int FacetsLeftOut { get; set; }

    public override async Task StreamActivities(
        IAsyncStreamReader<StreamActivitiesRequest> requestStream,
        IServerStreamWriter<StreamActivitiesResponse> responseStream,
        ServerCallContext context)
    {
        var stream = Interlocked.Increment(ref _streams);
        Tenants.Enqueue(context.RequestHeaders.GetValue("socialleads-tenant"));
        var number = 0;
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            number++;
            await (BeforeRecord?.Invoke(stream, number, context) ?? Task.CompletedTask);
            var response = Record(requestStream.Current);
            await (BeforeAnswer?.Invoke(stream, number, context) ?? Task.CompletedTask);
            await responseStream.WriteAsync(response, context.CancellationToken);
            if (EndAfter?.Invoke(stream) == number)
                return;
        }
    }

    private StreamActivitiesResponse Record(StreamActivitiesRequest request)
    {
        lock (_lock)
        {
            RequestSizes.Enqueue(request.Activities.Count);
            var response = new StreamActivitiesResponse { Sequence = request.Sequence, FacetsLeftOut = FacetsLeftOut };
            for (var i = 0; i < request.Activities.Count; i++)
            {
                var activity = request.Activities[i];
                Arrivals.Enqueue(activity.Id);
                if (activity.Member.Length == 0)
                    response.Rejected.Add(Rejected(i));
                else if (_recorded.TryAdd((activity.Member, activity.Id), activity))
                    response.AcceptedCount++;
                else
                    response.DuplicateCount++;
            }

            return response;
        }
    }

    private static RejectedActivity Rejected(int index) => new()
    {
        Index = index,
        Violations = { new FieldViolation { Field = "member", Description = "must have 1 to 200 bytes" } },
    };
}
