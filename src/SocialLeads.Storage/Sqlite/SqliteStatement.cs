using Microsoft.Data.Sqlite;

namespace SocialLeads.Storage.Sqlite;

/// <summary>A statement that is prepared once and run often, with its parameters $1, $2, … in order.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
    }

    /// <summary>The number of rows it changed.</summary>
    public int Execute(params ReadOnlySpan<object> values) => Bind(values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null if there is no row, or the value is.</summary>
    public object? Scalar(params ReadOnlySpan<object> values) => Bind(values).ExecuteScalar() is var value and not DBNull ? value : null;

    public SqliteDataReader Read(params ReadOnlySpan<object> values) => Bind(values).ExecuteReader();

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i];

        return _command;
    }
}
