using Google.Protobuf;

namespace Grpc.Core;

/// <summary><c>google.rpc.Status</c>, with its details, in the trailers of a call.</summary>
public static class MetadataExtensions
{
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The status in the trailers; null when there is none.</summary>
    /// <param name="metadata">The trailers.</param>
    /// <param name="ignoreParseError">Whether a malformed status is as good as none, instead of an exception.</param>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.GetValueBytes(StatusDetailsTrailerName) is not { } bytes)
            return null;

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts the status into the trailers, in place of any before.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        while (metadata.Get(StatusDetailsTrailerName) is { } entry)
            metadata.Remove(entry);

        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}

/// <summary>The rich status of a failed call.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The <c>google.rpc.Status</c> that came with the failure; null when there is none.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}

/// <summary>Throws a rich status.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception with the status's own code (UNKNOWN when gRPC does not know it) and message.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var code = (StatusCode)status.Code;
        return status.ToRpcException(Enum.IsDefined(code) ? code : StatusCode.Unknown, status.Message);
    }

    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}
