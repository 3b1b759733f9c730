using Orleans.Runtime;

namespace Orleans.InProcess.Calls;

/// <summary>One call of one method, from the caller's await to the grain's answer.</summary>
internal sealed class GrainCall<TArguments, TResult> : PendingCall
{
    // The caller goes on in its own turn, or on the pool: never within the callee's.
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GrainMethod<TArguments, TResult> _method;
    private readonly CallCancellation? _cancellation;
    private TArguments _arguments;

    public GrainCall(
        GrainReference reference, GrainMethod<TArguments, TResult> method, TArguments arguments, CancellationToken cancellation)
        : base(reference)
    {
        _method = method;
        _arguments = arguments;
        if (cancellation.CanBeCanceled)
            _cancellation = new CallCancellation(this, cancellation);
    }

    public Task<TResult> Answer => _answer.Task;

    public override RequestTraits Traits => _method.Traits;

    public override TimeSpan? ResponseTimeout => _method.ResponseTimeout;

    public override string MethodName => _method.Name;

    public override bool IsAbandoned => _answer.Task.IsCompleted && !Has(RequestTraits.OneWay);

    public override Task? Invoke(object grain)
    {
        try
        {
            var pending = _method.Body(grain, ref _arguments, _cancellation?.CalleeToken ?? CancellationToken.None, out var result);
            if (pending is null)
                Succeed(result);
            return pending;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return null;
        }
    }

    public override void Complete(Task finished)
    {
        if (finished.IsCompletedSuccessfully)
            Succeed(finished is Task<TResult> typed ? typed.Result : default!);
        else
            Fail(finished.Exception?.InnerException ?? new TaskCanceledException(finished));
    }

    public override void Reject(Exception exception)
    {
        _answer.TrySetException(exception);
        Release();
    }

    /// <summary>Lets the caller go on at once, for a one-way call.</summary>
    public void AnswerNow() => _answer.TrySetResult(default!);

    private void Succeed(TResult result)
    {
        _answer.TrySetResult(result);
        Release();
    }

    private void Fail(Exception exception)
    {
        Target?.OnMethodFailed(this, exception);
        Reject(exception);
    }

    private void Release()
    {
        Outstanding?.Remove(this);
        _cancellation?.Stop();
    }
}
