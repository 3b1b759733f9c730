using Npgsql;
using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Postgres;

/// <summary>
/// The statements that write models. Each change first takes the tenant's revision, which another process that changes the same
/// tenant's models then waits for: it sees what was committed before it.
/// </summary>
internal sealed class PostgresModelStatements(NpgsqlConnection connection) : IModelRows, IDisposable
{
    private readonly NpgsqlCommand _command = new() { Connection = connection };

    public int Add(NewModelRow row, int firstVersion)
    {
        Scalar(ModelSql.Advance, row.Tenant);
        var version = Math.Max(firstVersion, 1 + (Scalar(ModelSql.Newest, row.Tenant, row.Model) as int? ?? 0));
        var checksum = (long)Checksum.OfModel(row.Model, version, row.Document);
        Scalar(ModelSql.Insert, row.Tenant, row.Model, version, row.Author, row.Reason, row.AtMs, checksum, row.Document);
        return version;
    }

    public bool TryChangeState(ModelKey key, ModelState expected, ModelState state, long atMs)
    {
        Scalar(ModelSql.Advance, key.Tenant);
        return Scalar(ModelSql.ChangeState, key.Tenant, key.Model, key.Version, (int)expected, (int)state, atMs) is not null;
    }

    public bool Note(ModelKey key, ModelFact fact, long atMs)
    {
        Scalar(ModelSql.Advance, key.Tenant);
        return Scalar(ModelSql.Note(fact), key.Tenant, key.Model, key.Version, atMs) is not null;
    }

    public void Dispose() => _command.Dispose();

    private object? Scalar(string sql, params ReadOnlySpan<object> values)
    {
        _command.CommandText = sql;
        _command.Parameters.Clear();
        foreach (var value in values)
            _command.Parameters.Add(new NpgsqlParameter { Value = value });

        return _command.ExecuteScalar();
    }
}
