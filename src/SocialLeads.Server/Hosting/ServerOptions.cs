using System.Net;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Packs;

namespace SocialLeads.Server.Hosting;

/// <summary>
/// How the server runs. Set by the command line (<c>--data</c>, <c>--grpc</c>, <c>--http</c>, <c>--cluster</c>), by environment variables that
/// begin with <c>SOCIALLEADS_</c> (<c>SOCIALLEADS_DATA</c>), or by <c>appsettings.json</c>; the first named wins.
/// </summary>
public sealed class ServerOptions
{
    /// <summary>The folder of the embedded store; made when it is missing. <c>socialleads-data</c> in the current folder.</summary>
    public string Data { get; set; } = "socialleads-data";

    /// <summary>
    /// A PostgreSQL connection string such as <c>Host=127.0.0.1;Database=socialleads;Username=socialleads</c>; the store is then
    /// there and not in <see cref="Data"/>. Empty: the embedded store.
    /// </summary>
    public string Postgres { get; set; } = "";

    /// <summary>Where gRPC (HTTP/2 without TLS) listens: <c>address:port</c>, or a port of the loopback address. 127.0.0.1:5080.</summary>
    public string Grpc { get; set; } = "127.0.0.1:5080";

    /// <summary>Where HTTP/1.1 listens, likewise. 127.0.0.1:5081.</summary>
    public string Http { get; set; } = "127.0.0.1:5081";

    /// <summary>The largest gRPC message taken, in bytes, compressed or not. 4 MiB; 64 KiB to 64 MiB.</summary>
    public int MaxMessageBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Tenants that may be recorded for. 64; 1 to 10,000.</summary>
    public int MaxTenants { get; set; } = 64;

    /// <summary>Partitions of each tenant in a store that is made now; a store that exists keeps its own. 8; 1 to 1,024.</summary>
    public int Partitions { get; set; } = 8;

    /// <summary>
    /// The packs that everybody is ranked by at all times, by comma. Others are ranked when somebody asks; what filters over texts
    /// match is counted from when their pack is named here. <c>corporate-community</c>, which is always among them.
    /// </summary>
    public string Packs { get; set; } = ModelCatalog.DefaultModel;

    /// <summary>
    /// The cluster this server is a node of: servers on one PostgreSQL database that name the same one share its partitions. Empty: it
    /// stands alone. At most 100 characters.
    /// </summary>
    public string Cluster { get; set; } = "";

    /// <summary>The IP address at which the cluster's other nodes reach this one; it listens to them there. 127.0.0.1.</summary>
    public string Advertise { get; set; } = "127.0.0.1";

    /// <summary>The port silos talk through; used by the upstream Orleans packages alone. 11111; 1 to 65,535.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port of the silo's gateway; used by the upstream Orleans packages alone. 30000; 1 to 65,535.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>Everything that is out of range, one sentence for each; empty when all is well.</summary>
    public IEnumerable<string> Violations()
    {
        if (string.IsNullOrWhiteSpace(Data)) yield return "data: name the folder of the store.";
        if (ParseEndpoint(Grpc) is null) yield return $"grpc: '{Grpc}' is not an address and port such as 127.0.0.1:5080.";
        if (ParseEndpoint(Http) is null) yield return $"http: '{Http}' is not an address and port such as 127.0.0.1:5081.";
        if (Grpc == Http && Grpc is not ("0" or "127.0.0.1:0")) yield return $"grpc and http are both '{Grpc}'; they need two ports.";
        if (MaxMessageBytes is < 64 * 1024 or > 64 * 1024 * 1024)
            yield return $"maxMessageBytes is {MaxMessageBytes}; it must be from 65536 to 67108864.";
        if (MaxTenants is < 1 or > 10_000) yield return $"maxTenants is {MaxTenants}; it must be from 1 to 10000.";
        if (Partitions is < 1 or > 1_024) yield return $"partitions is {Partitions}; it must be from 1 to 1024.";
        foreach (var unknown in PackIds.Except(ModelPacks.Load().Select(pack => pack.Id)))
            yield return $"packs names '{unknown}', which is none of {string.Join(", ", ModelPacks.Load().Select(pack => pack.Id))}.";
        if (Cluster.Length > 100) yield return $"cluster is a name of {Cluster.Length} characters; it may have at most 100.";
        if (Cluster.Length > 0 && Postgres.Length == 0)
            yield return $"cluster is '{Cluster}', but there is no PostgreSQL connection string; the embedded store serves one node.";
        if (!IPAddress.TryParse(Advertise, out _)) yield return $"advertise: '{Advertise}' is not an IP address such as 192.0.2.7.";
        if (SiloPort is < 1 or > 65_535) yield return $"siloPort is {SiloPort}; it must be from 1 to 65535.";
        if (GatewayPort is < 1 or > 65_535) yield return $"gatewayPort is {GatewayPort}; it must be from 1 to 65535.";
        if (SiloPort == GatewayPort) yield return $"siloPort and gatewayPort are both {SiloPort}; they need two ports.";
    }

    /// <summary>The ids of <see cref="Packs"/>, the default model first.</summary>
    public IReadOnlyCollection<string> PackIds =>
        [.. Packs.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(ModelCatalog.DefaultModel).Distinct()];

    /// <exception cref="FormatException"><see cref="Grpc"/> is not an address and port.</exception>
    public IPEndPoint GrpcEndpoint => ParseEndpoint(Grpc) ?? throw new FormatException($"'{Grpc}' is not an address and port.");

    /// <exception cref="FormatException"><see cref="Http"/> is not an address and port.</exception>
    public IPEndPoint HttpEndpoint => ParseEndpoint(Http) ?? throw new FormatException($"'{Http}' is not an address and port.");

    /// <summary>Reads <c>address:port</c>, <c>[v6]:port</c>, <c>localhost:port</c> or <c>port</c>; port 0 takes a free one.</summary>
    private static IPEndPoint? ParseEndpoint(string text)
    {
        var full = text.Contains(':', StringComparison.Ordinal) ? text : $"127.0.0.1:{text}";
        if (full.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase)) full = $"127.0.0.1:{full["localhost:".Length..]}";
        return IPEndPoint.TryParse(full, out var endpoint) && full.LastIndexOf(':') > full.LastIndexOf(']') ? endpoint : null;
    }
}
