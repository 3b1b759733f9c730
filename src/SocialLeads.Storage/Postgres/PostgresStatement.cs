using Npgsql;
using NpgsqlTypes;

namespace SocialLeads.Storage.Postgres;

/// <summary>A statement of the writer's connection, prepared on first use, with its parameters $1, $2, … in order.</summary>
internal sealed class PostgresStatement : IDisposable
{
    public const NpgsqlDbType Int4s = NpgsqlDbType.Array | NpgsqlDbType.Integer;
    public const NpgsqlDbType Int8s = NpgsqlDbType.Array | NpgsqlDbType.Bigint;
    public const NpgsqlDbType Byteas = NpgsqlDbType.Array | NpgsqlDbType.Bytea;

    private readonly NpgsqlCommand _command;

    public PostgresStatement(NpgsqlConnection connection, string sql, params ReadOnlySpan<NpgsqlDbType> types)
    {
        _command = new(sql, connection);
        foreach (var type in types)
            _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
    }

    public void Execute(params ReadOnlySpan<object> values) => Bind(values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null if there is no row.</summary>
    public object? Scalar(params ReadOnlySpan<object> values) => Bind(values).ExecuteScalar();

    public NpgsqlDataReader Read(params ReadOnlySpan<object> values) => Bind(values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private NpgsqlCommand Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i];

        if (!_command.IsPrepared)
            _command.Prepare();

        return _command;
    }
}
