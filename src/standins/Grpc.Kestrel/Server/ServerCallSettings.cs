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
        CompressionLevel = options.ResponseCompressionLevel ?? CompressionLevel.Fastest;
        Interceptors = [.. options.Interceptors];
        CompressResponses = options.ResponseCompressionAlgorithm switch
        {
            null or Encodings.Identity => false,
            Encodings.Gzip => true,
            var unknown => throw new InvalidOperationException(
                $"{nameof(options.ResponseCompressionAlgorithm)} '{unknown}' is not supported; use '{Encodings.Gzip}'."),
        };
    }

    public int? MaxReceiveMessageSize { get; }

    public int? MaxSendMessageSize { get; }

    public bool DetailedErrors { get; }

    public bool CompressResponses { get; }

    public CompressionLevel CompressionLevel { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }
}
