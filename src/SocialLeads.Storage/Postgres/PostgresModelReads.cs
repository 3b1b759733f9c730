using System.Data;
using Npgsql;
using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Postgres;

/// <summary>What is read of models beside the writer.</summary>
internal static class PostgresModelReads
{
    public static async Task<long> RevisionAsync(NpgsqlConnection connection, byte[] tenant, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, ModelSql.Revision, tenant);
        return (long?)await command.ExecuteScalarAsync(cancellationToken) ?? 0;
    }

    public static async Task<SavedModels> ModelsAsync(NpgsqlConnection connection, byte[] tenant, CancellationToken cancellationToken)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var revision = await RevisionAsync(connection, tenant, cancellationToken);
        await using var command = Command(connection, ModelSql.Models, tenant);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var models = new List<StoredModel>();
        while (await reader.ReadAsync(cancellationToken))
            models.Add(Stored.Model(reader));

        return new(revision, models);
    }

    public static async Task<SavedModelDocument?> DocumentAsync(
        NpgsqlConnection connection, ModelKey key, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, ModelSql.Document, key.Tenant, key.Model, key.Version);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? Stored.Document(key, reader.GetInt64(0), reader.GetFieldValue<byte[]>(1))
            : null;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        return command;
    }
}
