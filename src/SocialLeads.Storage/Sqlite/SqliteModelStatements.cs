using Microsoft.Data.Sqlite;
using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Sqlite;

/// <summary>The statements that write models. They are rare: none is kept prepared.</summary>
internal sealed class SqliteModelStatements(SqliteConnection connection) : IModelRows, IDisposable
{
    private readonly SqliteStatement _advance = new(connection, ModelSql.Advance, 1);

    public int Add(NewModelRow row, int firstVersion)
    {
        _advance.Execute(row.Tenant);
        var version = Math.Max(firstVersion, 1 + (int)((long?)Scalar(ModelSql.Newest, row.Tenant, row.Model) ?? 0));
        var checksum = (long)Checksum.OfModel(row.Model, version, row.Document);
        Scalar(ModelSql.Insert, row.Tenant, row.Model, (long)version, row.Author, row.Reason, row.AtMs, checksum, row.Document);
        return version;
    }

    public bool TryChangeState(ModelKey key, ModelState expected, ModelState state, long atMs) => Advanced(
        key,
        Scalar(ModelSql.ChangeState, key.Tenant, key.Model, (long)key.Version, (long)expected, (long)state, atMs));

    public bool Note(ModelKey key, ModelFact fact, long atMs) => Advanced(
        key,
        Scalar(ModelSql.Note(fact), key.Tenant, key.Model, (long)key.Version, atMs));

    public void Dispose() => _advance.Dispose();

    private bool Advanced(ModelKey key, object? changed)
    {
        if (changed is not null)
            _advance.Execute(key.Tenant);

        return changed is not null;
    }

    private object? Scalar(string sql, params ReadOnlySpan<object> values)
    {
        using var statement = new SqliteStatement(connection, sql, values.Length);
        return statement.Scalar(values);
    }
}
