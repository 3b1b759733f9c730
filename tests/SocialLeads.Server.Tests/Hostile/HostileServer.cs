using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SocialLeads.Server.Tests.EndToEnd;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>One server for all tests of a class: what one test does to it, the next ones would feel.</summary>
public sealed class HostileServer : IAsyncLifetime
{
    public const int MaxTenants = 3;

    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(
        // The patience of the listener with slow readers depends on real time; tests of slow readers must not.
        configure: services => services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinResponseDataRate = null),
        settings: new KeyValuePair<string, string?>("MaxTenants", $"{MaxTenants}"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
