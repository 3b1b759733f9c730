using System.Net;
using Grpc.AspNetCore.Server;
using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using SocialLeads.Server.Hosting;
using SocialLeads.Server.Leads;
using SocialLeads.Storage;

namespace SocialLeads.Server.Clusters;

/// <summary>
/// Nodes that know one another by a table in the store's own PostgreSQL database. Orleans' grain storage and reminders are
/// there, too; partitions keep to the store, which saves members in bulk.
/// </summary>
internal static class Cluster
{
    private const string Service = "socialleads";
    private const string Provider = "Npgsql";

    /// <summary>Connections that Orleans uses beside the store's own, at most.</summary>
    private const int MaxConnections = 8;

    private static readonly TimeSpan _probeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Everything in the options that this build cannot follow: nothing.</summary>
    public static IEnumerable<string> Violations(ServerOptions options) => [];

    /// <summary>Makes what the nodes share, if it is not there yet. Several nodes may do so at a time.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    public static async Task PrepareAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString(options));
            await connection.OpenAsync(cancellationToken);
            await OrleansSchema.PrepareAsync(connection, cancellationToken);
        }
        catch (NpgsqlException cause)
        {
            throw new StoreUnavailableException($"The cluster's tables could not be made ready ({cause.Message})", cause);
        }
    }

    /// <summary>Has the silo join the cluster when it starts.</summary>
    public static void Join(ISiloBuilder silo, ServerOptions options)
    {
        var connectionString = ConnectionString(options);
        silo.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (Service, options.Cluster));
        silo.ConfigureEndpoints(IPAddress.Parse(options.Advertise), options.SiloPort, options.GatewayPort);
        silo.UseAdoNetClustering(table => (table.Invariant, table.ConnectionString) = (Provider, connectionString));
        silo.AddAdoNetGrainStorageAsDefault((AdoNetGrainStorageOptions states) =>
            (states.Invariant, states.ConnectionString) = (Provider, connectionString));
        silo.UseAdoNetReminderService((AdoNetReminderTableOptions reminders) =>
            (reminders.Invariant, reminders.ConnectionString) = (Provider, connectionString));
        silo.Configure<ClusterMembershipOptions>(SuspectQuickly);
        NewerOrleans.Configure(silo.Services, _probeTimeout);
        KeepOneActivation(silo);

        // By default only the exceptions of .NET itself cross to another node, not the store's, nor those of the libraries that are their causes.
        silo.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedExceptionTypeFilter = _ => true);
        silo.Services.AddSingleton<MembershipLease>();
        silo.Services.AddHostedService(services => services.GetRequiredService<MembershipLease>());
        silo.Services.Configure<GrpcServiceOptions<LeadGrpcService>>(leads => leads.Interceptors.Add<OnlyMembersAnswer>());
    }

    /// <summary>
    /// A killed node is declared dead 3 to 4 seconds later: at the fourth probe in a row that gets no answer. A node that is
    /// only slow has those seconds to answer one. Should it be declared dead all the same, it ends itself, and the store refuses what
    /// its partitions still write.
    /// </summary>
    private static void SuspectQuickly(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = _probeTimeout;
        membership.NumMissedProbesLimit = 4;

        // How soon a node that nobody can reach learns from the table that it was declared dead.
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);

        // When all nodes died at once, a new one waits for the old ones to answer until they have not signed for three periods.
        membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        membership.NumMissedTableIAmAliveLimit = 3;
    }

    /// <summary>
    /// The default directory may activate a grain twice for a while when nodes come or go. The store would refuse one of
    /// the two partitions what it writes, but that one could still answer questions from what it knew. This directory hands its ranges
    /// over in the order of the cluster's views.
    /// </summary>
    private static void KeepOneActivation(ISiloBuilder silo)
    {
#pragma warning disable ORLEANSEXP003 // It is said to be experimental; that it keeps to one activation is what matters here.
        silo.AddDistributedGrainDirectory();
#pragma warning restore ORLEANSEXP003
    }

    private static string ConnectionString(ServerOptions options) =>
        new NpgsqlConnectionStringBuilder(options.Postgres) { MaxPoolSize = MaxConnections }.ConnectionString;
}
