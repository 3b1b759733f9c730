using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>How services answer.</summary>
public class GrpcServiceOptions
{
    /// <summary>Bytes a request message may have as it travels; null for no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>Bytes a response message may have; null, the default, for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>
    /// Whether the text of an exception that a handler did not expect reaches the client. Off by default: such text may
    /// hold secrets.
    /// </summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>
    /// The encoding of responses to clients that accept it, by the name of its provider; null, the default, for none.
    /// </summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard responses are compressed; null, the default, leaves it to the provider.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>
    /// The encodings of requests and responses. When nobody adds one there is gzip, which does not bound what a message may
    /// become: <see cref="MaxReceiveMessageSize"/> is about messages as they travel.
    /// </summary>
    public IList<ICompressionProvider> CompressionProviders { get; set; } = [];

    /// <summary>What stands before every service; the first is the outermost.</summary>
    public InterceptorCollection Interceptors { get; } = [];
}
