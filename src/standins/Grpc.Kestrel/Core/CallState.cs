namespace Grpc.Core;

/// <summary>What every kind of call can be asked, apart from its messages.</summary>
internal abstract class CallState : IDisposable
{
    public abstract Task<Metadata> ResponseHeadersAsync { get; }

    public abstract Status GetStatus();

    public abstract Metadata GetTrailers();

    public abstract void Dispose();
}

/// <summary>A call somebody put together out of parts: an interceptor, or a test.</summary>
internal sealed class DelegatedCallState(
    Task<Metadata> responseHeadersAsync, Func<Status> getStatus, Func<Metadata> getTrailers, Action dispose) : CallState
{
    public override Task<Metadata> ResponseHeadersAsync => responseHeadersAsync;

    public override Status GetStatus() => getStatus();

    public override Metadata GetTrailers() => getTrailers();

    public override void Dispose() => dispose();
}
