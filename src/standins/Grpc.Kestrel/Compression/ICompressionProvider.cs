using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>An encoding in which messages may travel.</summary>
public interface ICompressionProvider
{
    /// <summary>What <c>grpc-encoding</c> and <c>grpc-accept-encoding</c> call it.</summary>
    string EncodingName { get; }

    /// <summary>A stream that compresses what is written to it. It has written everything once it is disposed.</summary>
    /// <param name="stream">Where the compressed message goes.</param>
    /// <param name="compressionLevel">How hard to compress; null leaves it to the provider.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>
    /// A stream that reads as the message. It is read to its end, however far that is: whoever wants to bound what a
    /// message may become has to do so here. An <see cref="Core.RpcException"/> from it becomes the status of the call.
    /// </summary>
    /// <param name="stream">The compressed message.</param>
    Stream CreateDecompressionStream(Stream stream);
}
