using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Hosting;
using Orleans.InProcess.Manifest;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.Runtime;

/// <summary>The runtime in one process, from the host's start to its stop.</summary>
internal sealed class Silo : IHostedService, IDisposable
{
    private readonly SiloMessagingOptions _messaging;
    private readonly GrainCollectionOptions _collection;
    private readonly TimeProvider _messagingClock;
    private readonly ActivationDirectory _directory;
    private readonly OutstandingCalls _outstanding = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly long _defaultTimeout;
    private Task _background = Task.CompletedTask;
    private volatile SiloStatus _status;

    public Silo(
        IServiceProvider services,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        [FromKeyedServices(TimeProviderNames.Messaging)] TimeProvider messagingClock,
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider grainClock,
        [FromKeyedServices(TimeProviderNames.ActivationManagement)] TimeProvider collectionClock,
        ServiceLifetimes lifetimes,
        Log log)
    {
        Services = services;
        Lifetimes = lifetimes;
        Log = log;
        GrainClock = grainClock;
        CollectionClock = collectionClock;
        _messaging = messaging.Value;
        _collection = collection.Value;
        _messagingClock = messagingClock;
        _defaultTimeout = ToTimestamp(_messaging.ResponseTimeout);
        Manifest = new GrainManifest(this, ApplicationParts.GrainClasses(), _collection);
        _directory = new ActivationDirectory(Manifest);
        GrainFactory = new GrainFactory(this, services);
    }

    public IServiceProvider Services { get; }

    public ServiceLifetimes Lifetimes { get; }

    public Log Log { get; }

    public TimeProvider GrainClock { get; }

    public TimeProvider CollectionClock { get; }

    public GrainManifest Manifest { get; }

    public GrainFactory GrainFactory { get; }

    public IEnumerable<Activation> Activations => _directory.Activations;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        OptionsCheck.Check(_collection);
        OptionsCheck.Check(_messaging);
        if (Services.GetService<ClusteringChoice>() is null)
            throw new InvalidOperationException("Clustering has not been configured: call UseLocalhostClustering.");
        _background = Task.WhenAll(
            new IdleCollector(this, _collection).RunAsync(_stopping.Token),
            new ResponseTimeouts(_outstanding, _messagingClock, _messaging, Log).RunAsync(_stopping.Token));
        _status = SiloStatus.Running;
        Log.Started(Manifest.Count);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _status = SiloStatus.Stopping;
        try
        {
            await DeactivateAllAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host's patience is over. How many are left is logged below.
        }
        finally
        {
            _status = SiloStatus.Stopped;
            await _stopping.CancelAsync();
            foreach (var call in _outstanding.All())
                call.Reject(Unavailable());
            await _background;
            Log.Stopped(Activations.Count());
        }
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Sends a call on its way.</summary>
    /// <param name="call">To be answered or rejected, always.</param>
    /// <param name="target">Where the last call to this grain went, or null.</param>
    /// <returns>Where this one went, or null.</returns>
    public ICallTarget? Send(PendingCall call, ICallTarget? target)
    {
        if (!call.Has(RequestTraits.OneWay))
        {
            call.Deadline = _messagingClock.GetTimestamp()
                + (call.ResponseTimeout is { } timeout ? ToTimestamp(timeout) : _defaultTimeout);
            _outstanding.Add(call);

            // Cancelled before it was in the list: nobody else will take it out.
            if (call.IsAbandoned)
                call.Outstanding?.Remove(call);
        }

        return Dispatch(call, target);
    }

    /// <inheritdoc cref="Send"/>
    public ICallTarget? Dispatch(PendingCall call, ICallTarget? target)
    {
        try
        {
            while (target is null || !target.TryReceive(call))
                target = Target(call.GrainId);
            return target;
        }
        catch (OrleansMessageRejectionException exception)
        {
            call.Reject(exception);
            return null;
        }
    }

    public void OnMethodFailed(Activation activation, PendingCall call, Exception exception)
    {
        if (call.Has(RequestTraits.OneWay))
            Log.OneWayCallFailed(exception, call.MethodName);
        else
            Log.CallFailed(exception, call.MethodName);
        if (exception is InconsistentStateException { IsSourceActivation: true } inconsistent)
        {
            inconsistent.IsSourceActivation = false;
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, exception, exception.Message));
        }
    }

    private static SiloUnavailableException Unavailable() =>
        new("The local Orleans host is shutting down and can no longer process the request.");

    private ICallTarget Target(GrainId grainId) => _status switch
    {
        SiloStatus.Running => _directory.GetOrStart(grainId),
        SiloStatus.Created => throw new OrleansMessageRejectionException("The silo has not been started."),
        SiloStatus.Stopping => _directory.Find(grainId) ?? throw Unavailable(),
        SiloStatus.Stopped => throw Unavailable(),
        _ => throw new UnreachableException(),
    };

    // Again until none is left: a call that was under way may have made one after the status had changed.
    private async Task DeactivateAllAsync(CancellationToken cancellationToken)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "This process is terminating.");
        while (Activations.ToArray() is { Length: > 0 } left)
        {
            foreach (var activation in left)
                activation.Deactivate(reason, cancellationToken);
            await Task.WhenAll(left.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }
    }

    private long ToTimestamp(TimeSpan time) =>
        (long)Math.Min(time.TotalSeconds * _messagingClock.TimestampFrequency, long.MaxValue / 2);
}
