using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Protocol;

namespace Grpc.Net.Client;

/// <summary>How a call ended.</summary>
/// <param name="status">Its status.</param>
/// <param name="trailers">The headers that came with the status; null when the client itself ended the call.</param>
internal sealed class CallOutcome(Status status, HttpHeaders? trailers)
{
    private Metadata? _trailers;

    public Status Status => status;

    /// <summary>Whether a status came from the server.</summary>
    public bool HasTrailers => trailers is not null;

    public Metadata Trailers => _trailers ??= trailers is null ? Metadata.Empty : Read(trailers);

    public static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            foreach (var value in values)
                MetadataHeaders.Add(metadata, name, value);
        }

        return metadata;
    }
}
