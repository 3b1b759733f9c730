using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Demo;

/// <summary>Adds up acknowledgements.</summary>
internal sealed class FeedTally
{
    private long _accepted;
    private long _duplicates;
    private long _rejected;
    private string? _firstRejection;

    /// <summary>How many activities were acknowledged, one way or another.</summary>
    public long Count => _accepted + _duplicates + _rejected;

    /// <summary>Adds the acknowledgement of a request. Acknowledgements come in the order of the requests.</summary>
    public void Add(StreamActivitiesRequest request, StreamActivitiesResponse response)
    {
        if (response.Sequence != request.Sequence)
        {
            throw new RpcException(new Status(
                StatusCode.Internal,
                $"Request {request.Sequence} was to be acknowledged and request {response.Sequence} was."));
        }

        _accepted += response.AcceptedCount;
        _duplicates += response.DuplicateCount;
        _rejected += response.Rejected.Count;
        if (_firstRejection is null && response.Rejected.Count > 0)
        {
            var rejected = response.Rejected[0];
            var violations = rejected.Violations.Select(v => $"{v.Field}: {v.Description}");
            _firstRejection = $"{request.Activities[rejected.Index].Id}: {string.Join(" ", violations)}";
        }
    }

    public FeedResult Result() => new(_accepted, _duplicates, _rejected, _firstRejection);
}
