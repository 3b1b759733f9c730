using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Demo;

/// <summary>A stream of activities that acknowledges a request when, and only when, the acknowledgement is read.</summary>
internal sealed class CannedStream(Func<StreamActivitiesRequest, StreamActivitiesResponse> take)
{
    private readonly Queue<StreamActivitiesRequest> _waiting = new();
    private bool _complete;

    public IClientStreamWriter<StreamActivitiesRequest> Requests => new Writer(this);

    public IAsyncStreamReader<StreamActivitiesResponse> Responses => new Reader(this);

    public int MostUnacknowledged { get; private set; }

    private sealed class Writer(CannedStream stream) : IClientStreamWriter<StreamActivitiesRequest>
    {
        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(StreamActivitiesRequest message)
        {
            Assert.False(stream._complete);
            stream._waiting.Enqueue(message);
            stream.MostUnacknowledged = Math.Max(stream.MostUnacknowledged, stream._waiting.Count);
            return Task.CompletedTask;
        }

        public Task WriteAsync(StreamActivitiesRequest message, CancellationToken cancellationToken) => WriteAsync(message);

        public Task CompleteAsync()
        {
            stream._complete = true;
            return Task.CompletedTask;
        }
    }

    private sealed class Reader(CannedStream stream) : IAsyncStreamReader<StreamActivitiesResponse>
    {
        public StreamActivitiesResponse Current { get; private set; } = new();

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (!stream._waiting.TryDequeue(out var request))
                return Task.FromResult(false);

            Current = stream.Take(request);
            return Task.FromResult(true);
        }

    }

    private StreamActivitiesResponse Take(StreamActivitiesRequest request) => take(request);
}
