using System.Globalization;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server;

/// <summary>A call that came as an HTTP/2 request.</summary>
internal sealed class HttpServerCallContext : ServerCallContext, IAsyncDisposable
{
    private static readonly AuthContext _nobody = new(null, []);

    private readonly CallDeadline? _deadline;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;

    public HttpServerCallContext(HttpContext httpContext, ServerCallSettings settings, ILogger logger)
    {
        (HttpContext, Settings, Logger) = (httpContext, settings, logger);
        var headers = httpContext.Request.Headers;
        if (headers.TryGetValue(HeaderNames.Timeout, out var text)
            && Timeouts.TryParse(text.ToString(), out var timeout)
            && timeout > TimeSpan.Zero)
        {
            _deadline = new CallDeadline(this, timeout);
        }

        ResponseStream = new ResponseMessageWriter(this);
        if (settings.ResponseEncoding is { } encoding && Accepts(headers[HeaderNames.AcceptEncoding].ToString(), encoding))
            ResponseStream.Compress(encoding);
    }

    public HttpContext HttpContext { get; }

    public ServerCallSettings Settings { get; }

    public ILogger Logger { get; }

    public ResponseMessageWriter ResponseStream { get; }

    protected override string MethodCore => HttpContext.Request.Path.Value!;

    protected override string HostCore => HttpContext.Request.Host.Value!;

    protected override string PeerCore => HttpContext.Connection is { RemoteIpAddress: { } address, RemotePort: var port }
        ? address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"ipv6:[{address}]:{port}"
            : $"ipv4:{address}:{port}"
        : "unknown";

    protected override DateTime DeadlineCore => _deadline?.At ?? DateTime.MaxValue;

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? HttpContext.RequestAborted;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadHeaders();

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _nobody;

    protected override IDictionary<object, object> UserStateCore => HttpContext.Items!;

    /// <summary>Writes the one response of a call; it is sent together with the status.</summary>
    public ValueTask WriteSingleAsync<T>(T? response, Action<T, SerializationContext> serializer)
        where T : class
    {
        if (response is null)
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));

        // After the deadline the response is complete already.
        return _deadline is { HasPassed: true } ? default : ResponseStream.WriteAsync(response, serializer, default);
    }

    /// <summary>Ends the call with its status, unless the deadline has already done so.</summary>
    public async Task FinishAsync()
    {
        if (_deadline is null || await _deadline.TryFinishAsync())
            WriteStatus(Status, _responseTrailers);
    }

    public ValueTask DisposeAsync() => _deadline?.DisposeAsync() ?? default;

    /// <summary>Puts the status behind the messages, or into the headers of a response that has none.</summary>
    public void WriteStatus(Status status, Metadata? trailers)
    {
        var response = HttpContext.Response;
        var destination = response.HasStarted
            ? HttpContext.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : response.Headers;
        foreach (var entry in trailers ?? Metadata.Empty)
            destination.Append(entry.Key, entry.HeaderValue);

        destination[HeaderNames.Status] = status.StatusCode == StatusCode.OK
            ? "0"
            : ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (!string.IsNullOrEmpty(status.Detail))
            destination[HeaderNames.Message] = StatusMessage.Encode(status.Detail);
    }

    /// <summary>Turns what a handler threw into the call's status.</summary>
    public void Fail(Exception exception)
    {
        if (exception is RpcException rpc)
        {
            Log.CallFailed(Logger, Method, rpc.StatusCode);
            foreach (var entry in rpc.Trailers)
                ResponseTrailers.Add(entry);

            Status = rpc.Status;
            return;
        }

        if (CancellationToken.IsCancellationRequested && exception is OperationCanceledException or IOException)
            Log.CallCancelled(Logger, Method);
        else
            Log.HandlerFailed(Logger, Method, exception);

        var detail = Settings.DetailedErrors ? $" {exception.GetType().Name}: {exception.Message}" : "";
        Status = new Status(StatusCode.Unknown, "Exception was thrown by handler." + detail, exception);
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        if (HttpContext.Response.HasStarted)
            throw new InvalidOperationException("Response headers can only be sent once per call.");

        foreach (var entry in responseHeaders)
        {
            if (entry.Key == HeaderNames.RequestedEncoding)
                ResponseStream.Compress(entry.Value);
            else
                HttpContext.Response.Headers.Append(entry.Key, entry.HeaderValue);
        }

        return HttpContext.Response.BodyWriter.FlushAsync(CancellationToken).AsTask();
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotSupportedException("Pass the deadline and the cancellation token on yourself.");

    private static bool Accepts(string acceptEncoding, string encoding)
    {
        foreach (var range in acceptEncoding.AsSpan().Split(','))
        {
            if (acceptEncoding.AsSpan(range).Trim().SequenceEqual(encoding))
                return true;
        }

        return false;
    }

    private Metadata ReadHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in HttpContext.Request.Headers)
        {
            foreach (var value in values)
                MetadataHeaders.Add(metadata, name, value ?? "");
        }

        return metadata;
    }
}
