using System.IO.Compression;
using Grpc.Net.Compression;

namespace SocialLeads.Server.Hosting;

/// <summary>
/// gzip with a bound on what a message becomes. gRPC's own limit is about the message as it travels, and a few kilobytes of
/// gzip can become gigabytes.
/// </summary>
/// <param name="maxMessageBytes">Bytes a message may have once it is decompressed.</param>
internal sealed class BoundedGzip(int maxMessageBytes) : ICompressionProvider
{
    private readonly GzipCompressionProvider _gzip = new(CompressionLevel.Fastest);

    public string EncodingName => _gzip.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) =>
        _gzip.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) =>
        new BoundedMessageStream(_gzip.CreateDecompressionStream(stream), maxMessageBytes);
}
