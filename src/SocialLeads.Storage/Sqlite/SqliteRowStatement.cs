using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SocialLeads.Storage.Sqlite;

/// <summary>
/// A statement that writes rows and takes byte strings from wherever they lie: for the rows that come by the ten thousand, and for those
/// that are large. It goes to SQLite itself, since a command makes and throws away more around each row than SQLite takes to write it.
/// </summary>
internal sealed class SqliteRowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    /// <param name="connection">The connection, which outlives the statement.</param>
    /// <param name="sql">A statement that gives no rows, with parameters $1, $2, … that are bound in their order.</param>
    public SqliteRowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public SqliteRowStatement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, ++_bound, value));
        return this;
    }

    public SqliteRowStatement Bind(ReadOnlySpan<byte> value)
    {
        _bound++;
        // An empty span is a null pointer, which would be bound as NULL.
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, _bound, 0) : raw.sqlite3_bind_blob(_statement, _bound, value));
        return this;
    }

    /// <summary>Writes the row that was bound, and begins the next.</summary>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Execute()
    {
        _bound = 0;
        var stepped = raw.sqlite3_step(_statement);
        // Gives the failure of the step again.
        var reset = raw.sqlite3_reset(_statement);
        if (stepped != raw.SQLITE_DONE) Check(reset);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
