using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>
/// One call as one HTTP/2 request. It has one outcome, set by whatever comes first: the server's status, a failure, the
/// deadline, cancellation or disposal.
/// </summary>
internal sealed class ClientCall<TRequest, TResponse> : CallState
    where TRequest : class
    where TResponse : class
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private CancellationTokenRegistration _cancelRegistration;
    private CancellationTokenRegistration _disposalRegistration;
    private ITimer? _deadlineTimer;
    private StreamingContent? _requests;
    private Task<HttpResponseMessage> _response = null!;
    private HttpResponseMessage? _received;
    private CallOutcome? _outcome;
    private bool _disposed;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, CallOptions options)
    {
        ObjectDisposedException.ThrowIf(channel.Disposal.IsCancellationRequested, channel);
        (_channel, _method, Options) = (channel, method, options);
        RequestWriter = new RequestMessageWriter<TRequest>(
            method.RequestMarshaller.ContextualSerializer,
            Encodings.Default.Find(options.Headers?.GetValue(HeaderNames.RequestedEncoding)),
            channel.Options.MaxSendMessageSize);
    }

    public CallOptions Options { get; }

    public RequestMessageWriter<TRequest> RequestWriter { get; }

    /// <summary>Cancelled when this side ends the call.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>How the call ended; null while it has not.</summary>
    public CallOutcome? Outcome => Volatile.Read(ref _outcome);

    public override Task<Metadata> ResponseHeadersAsync => ReadHeadersAsync();

    private bool HasResponseStream => _method.Type is MethodType.ServerStreaming or MethodType.DuplexStreaming;

    public void Start(HttpContent content)
    {
        _requests = content as StreamingContent;
        var timeout = Deadlines.TimeLeft(Options.Deadline);
        var request = RequestFactory.Create(_channel.UriOf(_method), Options.Headers, timeout, content);
        if (timeout <= TimeSpan.Zero)
            Abort(Deadlines.Exceeded);
        else if (timeout is not null)
            _deadlineTimer = Deadlines.StartTimer(timeout.Value, () => Abort(Deadlines.Exceeded));

        _cancelRegistration = CancelWith(Options.CancellationToken);
        _disposalRegistration = _channel.Disposal.UnsafeRegister(static call => ((CallState)call!).Dispose(), this);
        _response = SendAsync(request);
        // The outcome may have come before there was anything to release.
        if (Outcome is not null)
            Release();
    }

    /// <summary>Ends the call when <paramref name="cancellationToken"/> is cancelled.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(
            static (call, token) => ((ClientCall<TRequest, TResponse>)call!).Abort(new Status(
                StatusCode.Cancelled, "Call canceled by the client.", new OperationCanceledException(token))),
            this);

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, typeof(ClientCall<TRequest, TResponse>));

    /// <summary>Reads the response of a call that has one.</summary>
    public async Task<TResponse> ReadSingleResponseAsync()
    {
        try
        {
            using var response = await _response;
            if (Outcome is { } ended)
                throw ToException(ended);

            var reader = CreateReader(response);
            var message = await reader.ReadAsync(Token);
            if (message is not null && await reader.ReadAsync(Token) is not null)
                throw new RpcException(new Status(StatusCode.Internal, "Unexpected data after finished reading message."));

            var outcome = End(NeedsMessage(ResponseStatus.FromTrailers(response), message), response.TrailingHeaders);
            return outcome.Status.StatusCode == StatusCode.OK ? message! : throw ToException(outcome);
        }
        catch (Exception exception)
        {
            throw Fail("Error reading the response.", exception);
        }
    }

    /// <summary>Waits for the headers of a response stream; null when they already ended the call.</summary>
    public async Task<ResponseMessageReader<TResponse>?> OpenResponseStreamAsync()
    {
        var response = await _response;
        return Outcome is null ? CreateReader(response) : null;
    }

    /// <summary>Ends the call with the trailers of its response stream, which has been read to its end.</summary>
    public CallOutcome EndOfResponseStream()
    {
        var response = _received!;
        var outcome = End(ResponseStatus.FromTrailers(response), response.TrailingHeaders);
        response.Dispose();
        return outcome;
    }

    /// <summary>Ends the call with a failure, unless it has ended already, and gives what to throw.</summary>
    public Exception Fail(string summary, Exception exception)
    {
        if (Outcome is null)
        {
            var status = exception switch
            {
                RpcException rpc => rpc.Status,
                OperationCanceledException => new Status(StatusCode.Cancelled, "", exception),
                _ => ResponseStatus.FromException(summary, exception),
            };
            // The server's deadline may fire a moment before the client's, and then resets the stream.
            if (status.StatusCode == StatusCode.Cancelled && Deadlines.TimeLeft(Options.Deadline) <= TimeSpan.Zero)
                status = new Status(StatusCode.DeadlineExceeded, status.Detail, exception);

            Abort(status);
        }

        return ToException(Outcome!);
    }

    /// <summary>What to throw for a failed write: the call's outcome, if that is why it failed.</summary>
    public async Task<Exception> FailWriteAsync(Exception exception)
    {
        if (exception is RpcException)
            return exception;

        if (Outcome is null && exception is IOException or HttpRequestException or OperationCanceledException)
        {
            // The server may have answered and stopped listening; then its status is what there is to say.
            await Task.WhenAny(_response);
        }

        return Outcome is { } outcome
            ? ToException(outcome)
            : new RpcException(exception is OperationCanceledException
                ? new Status(StatusCode.Cancelled, "", exception)
                : ResponseStatus.FromException("Error sending a message.", exception));
    }

    public Exception ToException(CallOutcome outcome)
    {
        var isLocal = outcome is { HasTrailers: false, Status.StatusCode: StatusCode.Cancelled or StatusCode.DeadlineExceeded };
        return isLocal && _channel.Options.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(
                outcome.Status.Detail,
                outcome.Status.DebugException,
                Options.CancellationToken.IsCancellationRequested ? Options.CancellationToken : Token)
            : new RpcException(outcome.Status, outcome.Trailers);
    }

    public override Status GetStatus() => Outcome?.Status
        ?? throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public override Metadata GetTrailers() => Outcome is { HasTrailers: true } outcome
        ? outcome.Trailers
        : throw new InvalidOperationException(
            "Can't get the call trailers because the call has not completed successfully.");

    public override void Dispose()
    {
        _disposed = true;
        Abort(new Status(StatusCode.Cancelled, "gRPC call disposed."));
    }

    private static Status NeedsMessage(Status status, TResponse? message) =>
        status.StatusCode == StatusCode.OK && message is null
            ? new Status(StatusCode.Internal, "Failed to deserialize response message.")
            : status;

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        try
        {
            var response = await _channel.Http.SendAsync(request, Token);
            Volatile.Write(ref _received, response);
            if (Outcome is not null)
                response.Dispose();
            else if (ResponseStatus.TryFromHeaders(response, out var status))
                End(HasResponseStream ? status : NeedsMessage(status, null), response.Headers);

            return response;
        }
        catch (Exception exception)
        {
            throw Fail("Error starting gRPC call.", exception);
        }
    }

    private async Task<Metadata> ReadHeadersAsync() => CallOutcome.Read((await _response).Headers);

    private ResponseMessageReader<TResponse> CreateReader(HttpResponseMessage response)
    {
        var hasEncoding = response.Headers.NonValidated.TryGetValues(HeaderNames.Encoding, out var encoding);
        return new ResponseMessageReader<TResponse>(
            response.Content.ReadAsStream(),
            new MessageReader(
                Encodings.Default, hasEncoding ? encoding.ToString() : null, _channel.Options.MaxReceiveMessageSize),
            _method.ResponseMarshaller.ContextualDeserializer);
    }

    /// <summary>Ends the call with the server's status, unless something came before.</summary>
    private CallOutcome End(Status status, HttpHeaders trailers)
    {
        // Whoever still writes requests need not wait for a server that has answered. The token stays as it is: a request
        // that the server has already read was written, and its write must not fail for the answer having come first.
        if (TrySetOutcome(status, trailers))
            _requests?.Abandon();

        return Outcome!;
    }

    /// <summary>Ends the call on this side and resets its stream, unless it has ended already.</summary>
    private void Abort(Status status)
    {
        if (!TrySetOutcome(status, trailers: null))
            return;

        _cancellation.Cancel();
        Volatile.Read(ref _received)?.Dispose();
    }

    private bool TrySetOutcome(Status status, HttpHeaders? trailers)
    {
        if (Interlocked.CompareExchange(ref _outcome, new CallOutcome(status, trailers), null) is not null)
            return false;

        Release();
        return true;
    }

    private void Release()
    {
        _deadlineTimer?.Dispose();
        _cancelRegistration.Unregister();
        _disposalRegistration.Unregister();
    }
}
