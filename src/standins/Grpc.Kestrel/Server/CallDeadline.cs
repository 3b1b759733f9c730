using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Ends a call when the client's timeout has passed, whether or not its handler listens: the status goes out, the
/// stream is reset so that blocked reads and writes return, and the handler's cancellation token is cancelled.
/// </summary>
internal sealed class CallDeadline : IAsyncDisposable
{
    // HTTP/2 CANCEL: the stream is no longer needed.
    private const int Cancel = 0x8;

    // The most a timer can wait. A call that asks for more has no timer.
    private static readonly TimeSpan _longestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly Lock _lock = new();
    private readonly HttpServerCallContext _call;
    private readonly ITimer? _timer;
    private CancellationTokenSource? _cancellation;
    private Task? _expiry;
    private bool _finished;

    public CallDeadline(HttpServerCallContext call, TimeSpan timeout)
    {
        _call = call;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        At = timeout > DateTime.MaxValue - now ? DateTime.MaxValue : now + timeout;
        if (timeout <= _longestTimer)
        {
            _timer = TimeProvider.System.CreateTimer(
                static state => ((CallDeadline)state!).Expire(), this, timeout, Timeout.InfiniteTimeSpan);
        }
    }

    public DateTime At { get; }

    public bool HasPassed
    {
        get
        {
            lock (_lock)
                return _expiry is not null;
        }
    }

    /// <summary>Made when first asked for: most handlers never ask.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                _cancellation ??= CancellationTokenSource.CreateLinkedTokenSource(_call.HttpContext.RequestAborted);
                if (_expiry is not null)
                    _cancellation.Cancel();

                return _cancellation.Token;
            }
        }
    }

    /// <summary>False when the deadline passed first; then the response has been completed on return.</summary>
    public async Task<bool> TryFinishAsync()
    {
        Task? expiry;
        lock (_lock)
        {
            _finished = true;
            expiry = _expiry;
        }

        if (expiry is null)
            return true;

        await expiry;
        return false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
            await _timer.DisposeAsync();

        _cancellation?.Dispose();
    }

    private void Expire()
    {
        lock (_lock)
        {
            if (!_finished)
                _expiry = ExpireAsync();
        }
    }

    private async Task ExpireAsync()
    {
        // Away from the lock, which the timer's thread holds.
        await Task.Yield();
        Log.DeadlineExceeded(_call.Logger, _call.Method);
        try
        {
            // Behind a write that flow control holds back, the status would wait for ever.
            if (!_call.ResponseStream.IsWriting)
            {
                _call.WriteStatus(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), trailers: null);
                await _call.HttpContext.Response.CompleteAsync();
            }
        }
        catch (Exception exception)
        {
            Log.DeadlineStatusNotSent(_call.Logger, _call.Method, exception);
        }
        finally
        {
            _call.HttpContext.Features.Get<IHttpResetFeature>()?.Reset(Cancel);
            CancelHandler();
        }
    }

    private void CancelHandler()
    {
        CancellationTokenSource? cancellation;
        lock (_lock)
            cancellation = _cancellation;

        cancellation?.Cancel();
    }
}
