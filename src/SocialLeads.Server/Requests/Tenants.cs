using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.Extensions.Options;
using SocialLeads.Server.Hosting;
using SocialLeads.Storage;

namespace SocialLeads.Server.Requests;

/// <summary>
/// Tells which tenant a call is for, and bounds how many there are. In a cluster another node may have recorded for a tenant that this
/// one does not know: the store is asked. Nodes that admit their last tenants in the same moment may exceed the bound by one each.
/// </summary>
internal sealed partial class Tenants(IStore store, IOptions<ServerOptions> options)
{
    /// <summary>The request header that names the tenant.</summary>
    public const string Header = "socialleads-tenant";

    /// <summary>The tenant of calls without the header.</summary>
    public const string Default = "default";

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Learns the tenants of the store. Called before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in await store.ListTenantsAsync(cancellationToken)) _known.TryAdd(tenant, true);
    }

    /// <summary>The tenant of a call that reads; it is not known when nothing was ever recorded for it.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the header is malformed.</exception>
    /// <exception cref="StoreUnavailableException">The store had to be asked and cannot be reached.</exception>
    public async ValueTask<(string Tenant, bool IsKnown)> OfReaderAsync(ServerCallContext context)
    {
        var tenant = Named(context);
        return (tenant, await IsKnownAsync(tenant));
    }

    /// <summary>The tenant of a call that records. It becomes known by <see cref="AdmitAsync"/>.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the header is malformed.</exception>
    public static string OfRecorder(ServerCallContext context) => Named(context);

    /// <summary>Makes a tenant known, before the first activity is recorded for it.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: it would be one tenant too many.</exception>
    /// <exception cref="StoreUnavailableException">The store had to be asked and cannot be reached.</exception>
    public async ValueTask AdmitAsync(string tenant)
    {
        if (await IsKnownAsync(tenant)) return;
        lock (_known)
        {
            if (_known.Count >= options.Value.MaxTenants && !_known.ContainsKey(tenant))
            {
                throw new RpcException(new Status(
                    StatusCode.ResourceExhausted, $"This server holds at most {options.Value.MaxTenants} tenants; '{tenant}' would be one more."));
            }

            _known.TryAdd(tenant, true);
        }
    }

    private async ValueTask<bool> IsKnownAsync(string tenant)
    {
        if (_known.ContainsKey(tenant)) return true;
        if (options.Value.Cluster.Length == 0) return false;
        await LoadAsync(CancellationToken.None);
        return _known.ContainsKey(tenant);
    }

    private static string Named(ServerCallContext context)
    {
        var tenant = context.RequestHeaders.GetValue(Header);
        if (tenant is null) return Default;
        if (!NamePattern().IsMatch(tenant))
            throw RpcErrors.InvalidArgument(Header, "A tenant is named by [a-z][a-z0-9-]*, at most 40 bytes.");
        return tenant;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
