using Grpc.Core;
using Grpc.Net.Client;
using SocialLeads.V1;

namespace SocialLeads.Cli.Server;

/// <summary>The channel to a server, with the header that names the tenant.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const string TenantHeader = "socialleads-tenant";

    // A page of leads with all their contributions can be large; it is the client that chose its size.
    private const int MaxReceiveBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(20);

    private readonly GrpcChannel _channel;

    public ServerConnection(Uri server, string? tenant)
    {
        if (tenant is not null)
            Headers.Add(TenantHeader, tenant);
        _channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions
        {
            MaxReceiveMessageSize = MaxReceiveBytes,
            HttpHandler = new SocketsHttpHandler
            {
                ConnectTimeout = _connectTimeout,
                KeepAlivePingDelay = _keepAlive,
                KeepAlivePingTimeout = _keepAlive,
            },
            DisposeHttpClient = true,
        });
    }

    public Metadata Headers { get; } = [];

    public ActivityService.ActivityServiceClient Activities => new(_channel);

    public LeadService.LeadServiceClient Leads => new(_channel);

    public ModelService.ModelServiceClient Models => new(_channel);

    public void Dispose() => _channel.Dispose();
}
