using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The responses of a streaming call, for the client to read.</summary>
internal sealed class ResponseStream<TRequest, TResponse>(ClientCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private ResponseMessageReader<TResponse>? _reader;
    private int _reading;

    public TResponse Current { get; private set; } = null!;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        call.ThrowIfDisposed();
        if (Interlocked.Exchange(ref _reading, 1) == 1)
            throw new InvalidOperationException("Can't read the next message because the previous read is still in progress.");

        using var registration = call.CancelWith(cancellationToken);
        try
        {
            return await MoveNextAsync();
        }
        catch (Exception exception)
        {
            throw call.Fail("Error reading next message.", exception);
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    private async Task<bool> MoveNextAsync()
    {
        Current = null!;
        if (call.Outcome is null)
            _reader ??= await call.OpenResponseStreamAsync();

        var outcome = call.Outcome;
        if (outcome is null)
        {
            Current = (await _reader!.ReadAsync(call.Token))!;
            if (Current is not null)
                return true;

            outcome = call.EndOfResponseStream();
        }

        return outcome.Status.StatusCode == StatusCode.OK ? false : throw call.ToException(outcome);
    }
}
