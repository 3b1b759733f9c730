using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Sends bytes as the body of an HTTP/2 request to a gRPC method.</summary>
internal static class RawCall
{
    public const string RecordActivities = "/socialleads.v1.ActivityService/RecordActivities";
    public const string GetScore = "/socialleads.v1.LeadService/GetScore";
    public const string ListLeads = "/socialleads.v1.LeadService/ListLeads";

    /// <summary>Bytes before the payload of a frame: a flag for compression and the length.</summary>
    public const int FrameHeader = 5;

    public static byte[] Frame(ReadOnlySpan<byte> payload, bool compressed = false, uint? length = null)
    {
        var frame = new byte[FrameHeader + payload.Length];
        frame[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame.AsSpan(FrameHeader));
        return frame;
    }

    public static byte[] Gzip(byte[] data)
    {
        using var squeezed = new MemoryStream();
        using (var gzip = new GZipStream(squeezed, CompressionLevel.Optimal)) gzip.Write(data);
        return squeezed.ToArray();
    }

    public static async Task<RawAnswer> SendAsync(
        Uri server, string path, byte[] body, string contentType = "application/grpc", string? encoding = null)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (encoding is not null) request.Headers.Add("grpc-encoding", encoding);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var status = Find(response, "grpc-status");
        return new RawAnswer(
            response.StatusCode,
            status is null ? null : (StatusCode)int.Parse(status, CultureInfo.InvariantCulture),
            Uri.UnescapeDataString(Find(response, "grpc-message") ?? ""),
            answer);
    }

    private static string? Find(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values)
            ? string.Join(",", values)
            : null;
}
