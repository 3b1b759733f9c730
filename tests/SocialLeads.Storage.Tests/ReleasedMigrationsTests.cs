using System.Security.Cryptography;
using System.Text;
using SocialLeads.Storage.Postgres;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Storage.Tests;

/// <summary>
/// A store on somebody's disk was made by the migrations as they were: to change one breaks it. Add a migration, and its
/// fingerprint here.
/// </summary>
public sealed class ReleasedMigrationsTests
{
    [Fact]
    public void Those_of_sqlite_never_change() => Assert.Equal(["3902f7909c4da416", "e12d45fd917b54e3", "2f60d6aca65d2604"], SqliteSchema.Migrations.Select(Fingerprint));

    [Fact]
    public void Those_of_postgresql_never_change() => Assert.Equal(["74fc134ee087ec94", "ee57af2a23f6d3ce", "ac94bf5b353d5031"], PostgresSchema.Migrations.Select(Fingerprint));

    private static string Fingerprint(string sql) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))[..16];
}
