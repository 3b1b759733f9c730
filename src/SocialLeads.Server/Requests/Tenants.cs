using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.Extensions.Options;
using SocialLeads.Server.Hosting;
using SocialLeads.Storage;

namespace SocialLeads.Server.Requests;

/// <summary>Tells which tenant a call is for, and bounds how many there are.</summary>
internal sealed partial class Tenants(IStore store, IOptions<ServerOptions> options)
{
    /// <summary>The request header that names the tenant.</summary>
    public const string Header = "socialleads-tenant";

    /// <summary>The tenant of calls without the header.</summary>
    public const string Default = "default";

    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Learns the tenants of the store. Called once, before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in await store.ListTenantsAsync(cancellationToken)) _known.TryAdd(tenant, true);
    }

    /// <summary>The tenant of a call that reads; <paramref name="isKnown"/> is false when nothing was ever recorded for it.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the header is malformed.</exception>
    public string OfReader(ServerCallContext context, out bool isKnown)
    {
        var tenant = Named(context);
        isKnown = _known.ContainsKey(tenant);
        return tenant;
    }

    /// <summary>The tenant of a call that records. It becomes known by <see cref="Admit"/>.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: the header is malformed.</exception>
    public static string OfRecorder(ServerCallContext context) => Named(context);

    /// <summary>Makes a tenant known, before the first activity is recorded for it.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: it would be one tenant too many.</exception>
    public void Admit(string tenant)
    {
        if (_known.ContainsKey(tenant)) return;
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
