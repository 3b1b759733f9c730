namespace Grpc.Protocol;

/// <summary>Names and values that gRPC adds to HTTP/2.</summary>
internal static class HeaderNames
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";

    /// <summary>A metadata key by which a caller or a handler asks for compression; it does not travel itself.</summary>
    public const string RequestedEncoding = "grpc-internal-encoding-request";

    public const string ContentType = "application/grpc";
}
