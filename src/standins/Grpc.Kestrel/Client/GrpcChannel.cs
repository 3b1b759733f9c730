using System.Collections.Concurrent;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>
/// A way to one server over HTTP/2: with TLS for an <c>https</c> address, in plain text with prior knowledge for
/// <c>http</c>. Connections are made when the first call needs them. Safe for any number of concurrent calls.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly Uri _address;
    private readonly CancellationTokenSource _disposal = new();
    private readonly ConcurrentDictionary<string, Uri> _methods = [];

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"Address '{address}' must begin with http:// or https://.", nameof(address));

        if (options.Credentials is { } credentials && credentials.Scheme != address.Scheme)
        {
            throw new InvalidOperationException(
                $"Channel is configured with credentials for '{credentials.Scheme}', but the address is '{address}'.");
        }

        _address = address;
        Options = options;
        Http = options.HttpHandler is null
            ? new HttpMessageInvoker(CreateHandler(), disposeHandler: true)
            : new HttpMessageInvoker(options.HttpHandler, options.DisposeHttpClient);
    }

    internal GrpcChannelOptions Options { get; }

    internal HttpMessageInvoker Http { get; }

    /// <summary>Cancelled when the channel is disposed.</summary>
    internal CancellationToken Disposal => _disposal.Token;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) =>
        ForAddress(new Uri(address), channelOptions);

    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    public override CallInvoker CreateCallInvoker() => new HttpCallInvoker(this);

    /// <summary>Cancels the calls that are under way and closes the connections.</summary>
    public void Dispose()
    {
        if (_disposal.IsCancellationRequested)
            return;

        _disposal.Cancel();
        Http.Dispose();
    }

    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    internal Uri UriOf(IMethod method) =>
        _methods.GetOrAdd(method.FullName, static (path, address) => new Uri(address, path), _address);

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // A server allows about a hundred streams on a connection; the calls beyond must not wait for those.
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
