using System.IO.Compression;
using Grpc.Protocol;

namespace Grpc.AspNetCore.Server;

/// <summary>The options of the services, checked and resolved once.</summary>
internal sealed class ServerCallSettings
{
    public ServerCallSettings(GrpcServiceOptions options)
    {
        MaxReceiveMessageSize = options.MaxReceiveMessageSize;
        MaxSendMessageSize = options.MaxSendMessageSize;
        DetailedErrors = options.EnableDetailedErrors ?? false;
        Encodings = options.CompressionProviders.Count > 0 ? new Encodings(options.CompressionProviders) : Encodings.Default;
        ResponseEncoding = options.ResponseCompressionAlgorithm;
        CompressionLevel = options.ResponseCompressionLevel;
        Interceptors = [.. options.Interceptors];
        if (ResponseEncoding is not null && Encodings.Find(ResponseEncoding) is null)
        {
            throw new InvalidOperationException(
                $"{nameof(options.ResponseCompressionAlgorithm)} '{ResponseEncoding}' has no compression provider.");
        }
    }

    public int? MaxReceiveMessageSize { get; }

    public int? MaxSendMessageSize { get; }

    public bool DetailedErrors { get; }

    public Encodings Encodings { get; }

    /// <summary>The encoding of responses to clients that accept it; null for none.</summary>
    public string? ResponseEncoding { get; }

    /// <summary>How hard responses are compressed; null leaves it to the provider.</summary>
    public CompressionLevel? CompressionLevel { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }
}
