using Grpc.Core;

namespace Grpc.Protocol;

/// <summary>Metadata from the headers of a request or a response.</summary>
internal static class MetadataHeaders
{
    private static readonly HashSet<string> _reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Status,
        HeaderNames.Message,
        HeaderNames.Timeout,
        HeaderNames.Encoding,
        HeaderNames.AcceptEncoding,
        "accept-encoding",
        "content-encoding",
        "content-type",
        "host",
        "te",
    };

    /// <summary>Adds a header unless it belongs to HTTP or gRPC itself.</summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        if (name.StartsWith(':') || _reserved.Contains(name))
            return;

        if (!Metadata.Entry.HasBinarySuffix(name))
        {
            metadata.Add(name, value);
            return;
        }

        // Intermediaries may join several binary values with commas, which base64 does not use.
        foreach (var part in value.Split(','))
            metadata.Add(name, Decode(part.Trim()));
    }

    // Senders may leave out the padding.
    private static byte[] Decode(string base64) =>
        Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
}
