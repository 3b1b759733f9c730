using SocialLeads.Storage.Tests.Postgres;
using SocialLeads.TestSupport;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace SocialLeads.Storage.Tests.Postgres;

/// <summary>
/// The PostgreSQL server that these tests share, started when a test first asks for it. Where the server's programs are
/// missing the tests are skipped, but in CI they fail.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private PostgresServer? _server;

    public async Task<string> ConnectionStringAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _server ??= await PostgresServer.StartAsync(FindPrograms());
            return _server.ConnectionString;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _starting.Dispose();
    }

    private static string FindPrograms()
    {
        const string missing = "There are no PostgreSQL server programs here";
        var programs = PostgresServer.FindPrograms();
        if (programs is null && Environment.GetEnvironmentVariable("CI") != "true") Assert.Skip($"{missing}.");
        return programs ?? throw new InvalidOperationException($"{missing}, and this is CI.");
    }
}
