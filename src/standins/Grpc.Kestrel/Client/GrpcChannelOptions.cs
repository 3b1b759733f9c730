using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>How a channel reaches its server.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Whether the channel is encrypted; by default the address decides.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Bytes a response message may have; null for no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes a request message may have; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>What sends the HTTP requests; the channel's own <see cref="SocketsHttpHandler"/> by default.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether the channel disposes <see cref="HttpHandler"/> with itself.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>
    /// Whether a cancelled or timed-out call throws <see cref="OperationCanceledException"/> instead of
    /// <see cref="RpcException"/>.
    /// </summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }
}
