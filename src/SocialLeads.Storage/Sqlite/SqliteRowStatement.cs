using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SocialLeads.Storage.Sqlite;

/// <summary>
/// A statement that writes one row of two numbers and two byte strings, for the rows that come by the ten thousand: it goes to SQLite
/// itself, since a command makes and throws away more around each row than SQLite takes to write it.
/// </summary>
internal sealed class SqliteRowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">The connection, which outlives the statement.</param>
    /// <param name="sql">A statement that gives no rows, with the parameters $1 to $4.</param>
    public SqliteRowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <exception cref="SqliteException">It failed.</exception>
    public void Execute(long first, ReadOnlySpan<byte> second, long third, ReadOnlySpan<byte> fourth)
    {
        Check(raw.sqlite3_bind_int64(_statement, 1, first));
        Bind(2, second);
        Check(raw.sqlite3_bind_int64(_statement, 3, third));
        Bind(4, fourth);
        var stepped = raw.sqlite3_step(_statement);
        // Gives the failure of the step again.
        var reset = raw.sqlite3_reset(_statement);
        if (stepped != raw.SQLITE_DONE) Check(reset);
    }

    public void Dispose() => _statement.Dispose();

    // An empty span is a null pointer, which would be bound as NULL.
    private void Bind(int parameter, ReadOnlySpan<byte> value) => Check(
        value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, parameter, 0) : raw.sqlite3_bind_blob(_statement, parameter, value));

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
