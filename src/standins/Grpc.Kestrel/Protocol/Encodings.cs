using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.Protocol;

/// <summary>The message encodings that one side knows: identity, and those of its compression providers.</summary>
internal sealed class Encodings
{
    public const string Identity = "identity";

    /// <summary>identity and gzip.</summary>
    public static readonly Encodings Default = new([new GzipCompressionProvider(CompressionLevel.Fastest)]);

    private readonly Dictionary<string, ICompressionProvider> _providers = new(StringComparer.Ordinal);

    /// <param name="providers">Of two with one name the first counts.</param>
    public Encodings(IEnumerable<ICompressionProvider> providers)
    {
        foreach (var provider in providers)
            _providers.TryAdd(provider.EncodingName, provider);

        Names = string.Join(',', _providers.Keys.Prepend(Identity));
    }

    /// <summary>All of them, as <c>grpc-accept-encoding</c> lists them.</summary>
    public string Names { get; }

    /// <summary>The provider of that name; null for identity and for what is not known.</summary>
    public ICompressionProvider? Find(string? name) => name is null ? null : _providers.GetValueOrDefault(name);
}
