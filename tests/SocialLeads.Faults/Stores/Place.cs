using SocialLeads.Faults.Servers;
using SocialLeads.TestSupport;

namespace SocialLeads.Faults.Stores;

/// <summary>Where a run keeps its store and the server's output. It is deleted at the end unless something went wrong.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("socialleads-faults-");

    private Place(PostgresServer? postgres) => Postgres = postgres;

    /// <summary>The database server, when the store is there.</summary>
    public PostgresServer? Postgres { get; }

    public string Folder => _folder.FullName;

    public string Data => Path.Combine(Folder, "store");

    /// <summary>Whether the store and the output stay for whoever looks for the reason.</summary>
    public bool Keep { get; set; }

    /// <exception cref="InvalidOperationException">PostgreSQL is wanted and its server programs are not installed.</exception>
    public static async Task<Place> MakeAsync(StoreKind store) => new(store switch
    {
        StoreKind.Sqlite => null,
        _ => await PostgresServer.StartAsync(
            PostgresServer.FindPrograms() ?? throw new InvalidOperationException("There are no PostgreSQL server programs here.")),
    });

    /// <summary>How to start a server on this store.</summary>
    public ServerLaunch Launch(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var environment = new Dictionary<string, string>(settings);
        if (Postgres is not null) environment["SOCIALLEADS_POSTGRES"] = Postgres.ConnectionString;
        return new ServerLaunch(Data, Path.Combine(Folder, "server.log"), environment);
    }

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null && !Keep) await Postgres.DisposeAsync();
        if (!Keep) _folder.Delete(recursive: true);
    }
}

internal enum StoreKind
{
    Sqlite,
    Postgres,
}
