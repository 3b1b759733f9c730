namespace Grpc.Core;

/// <summary>Whether a channel is encrypted.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Plain text; the address must be <c>http</c>.</summary>
    public static ChannelCredentials Insecure { get; } = new TransportCredentials("http");

    /// <summary>TLS, with the machine's trusted roots; the address must be <c>https</c>.</summary>
    public static ChannelCredentials SecureSsl { get; } = new TransportCredentials("https");

    internal abstract string Scheme { get; }

    private sealed class TransportCredentials(string scheme) : ChannelCredentials
    {
        internal override string Scheme => scheme;
    }
}
