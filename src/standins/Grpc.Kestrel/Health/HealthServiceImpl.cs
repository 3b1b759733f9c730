using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.HealthCheck;

/// <summary>Holds the status of every service that has been given one, and tells those who watch.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    // A slow watcher needs only the latest statuses.
    private const int MaxPending = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServingStatus> _statuses = [];
    private readonly Dictionary<string, List<ChannelWriter<ServingStatus>>> _watchers = [];

    /// <summary>Sets the status of a service; the empty name is the server as a whole.</summary>
    public void SetStatus(string service, ServingStatus status)
    {
        lock (_lock)
        {
            var previous = Find(service);
            _statuses[service] = status;
            Notify(service, previous, status);
        }
    }

    /// <summary>Forgets a service.</summary>
    public void ClearStatus(string service)
    {
        lock (_lock)
        {
            var previous = Find(service);
            _statuses.Remove(service);
            Notify(service, previous, ServingStatus.ServiceUnknown);
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        lock (_lock)
        {
            return _statuses.TryGetValue(request.Service, out var status)
                ? Task.FromResult(new HealthCheckResponse { Status = status })
                : throw new RpcException(new Status(StatusCode.NotFound, ""));
        }
    }

    public override Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ServingStatus first;
        lock (_lock)
            first = Find(request.Service);

        return WatchAsync(request.Service, first, responseStream, context.CancellationToken);
    }

    /// <summary>Writes <paramref name="first"/> and then every change, until cancelled.</summary>
    internal async Task WatchAsync(
        string service,
        ServingStatus first,
        IServerStreamWriter<HealthCheckResponse> responses,
        CancellationToken cancellationToken)
    {
        var changes = Channel.CreateBounded<ServingStatus>(
            new BoundedChannelOptions(MaxPending) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            if (!_watchers.TryGetValue(service, out var watchers))
                _watchers[service] = watchers = [];

            watchers.Add(changes.Writer);
        }

        using var registration = cancellationToken.Register(() => changes.Writer.TryComplete());
        try
        {
            await responses.WriteAsync(new HealthCheckResponse { Status = first }, CancellationToken.None);
            await foreach (var status in changes.Reader.ReadAllAsync(CancellationToken.None))
                await responses.WriteAsync(new HealthCheckResponse { Status = status }, CancellationToken.None);
        }
        finally
        {
            lock (_lock)
                _watchers[service].Remove(changes.Writer);
        }
    }

    private ServingStatus Find(string service) => _statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown);

    private void Notify(string service, ServingStatus previous, ServingStatus status)
    {
        if (status == previous || !_watchers.TryGetValue(service, out var watchers))
            return;

        // A watcher that has gone refuses, which is as good.
        foreach (var watcher in watchers)
            watcher.TryWrite(status);
    }
}
