using Microsoft.Data.Sqlite;
using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Sqlite;

/// <summary>What is read of models beside the writer, each in a snapshot of its own.</summary>
internal static class SqliteModelReads
{
    public static long Revision(SqliteConnection connection, byte[] tenant)
    {
        using var statement = new SqliteStatement(connection, ModelSql.Revision, 1);
        return (long?)statement.Scalar(tenant) ?? 0;
    }

    public static SavedModels Models(SqliteConnection connection, byte[] tenant)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var revision = Revision(connection, tenant);
        using var statement = new SqliteStatement(connection, ModelSql.Models, 1);
        using var reader = statement.Read(tenant);
        var models = new List<StoredModel>();
        while (reader.Read())
            models.Add(Stored.Model(reader));

        return new(revision, models);
    }

    public static SavedModelDocument? Document(SqliteConnection connection, ModelKey key)
    {
        using var statement = new SqliteStatement(connection, ModelSql.Document, 3);
        using var reader = statement.Read(key.Tenant, key.Model, (long)key.Version);
        return reader.Read() ? Stored.Document(key, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }
}
