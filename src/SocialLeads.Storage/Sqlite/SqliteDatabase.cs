using Microsoft.Data.Sqlite;

namespace SocialLeads.Storage.Sqlite;

/// <summary>The database file of a data directory, and how connections to it are opened.</summary>
internal sealed class SqliteDatabase(string directory)
{
    private const string FileName = "socialleads.db";

    private readonly string _writing = ConnectionString(directory, SqliteOpenMode.ReadWriteCreate, pooling: false);

    // Not read-only: the last connection to close moves the WAL into the database, which a read-only one could not.
    private readonly string _reading = ConnectionString(directory, SqliteOpenMode.ReadWrite, pooling: true);

    /// <summary>
    /// A connection on which a commit returns only when its data is on the disk. In WAL mode readers and the writer do not
    /// wait for one another.
    /// </summary>
    public SqliteConnection OpenForWriting()
    {
        var connection = Open(_writing);
        try
        {
            // Takes effect when the file is made. States of busy members would not fit the default's quarter of a page.
            connection.Execute("PRAGMA page_size = 8192");
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            connection.Execute("PRAGMA journal_size_limit = 67108864");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public SqliteConnection OpenForReading() => Open(_reading);

    /// <summary>Closes the readers' connections that wait to be used again.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(_reading);
        SqliteConnection.ClearPool(connection);
    }

    public StoreUnavailableException Unavailable(SqliteException cause) =>
        new($"The store in '{directory}' {Describe(cause)} ({cause.Message})", cause);

    private static string Describe(SqliteException cause) => cause.SqliteErrorCode switch
    {
        SqliteCode.Full => "cannot grow: the disk is full.",
        SqliteCode.ReadOnly => "cannot be written to: the file or the directory is read-only.",
        SqliteCode.InputOutput => "could not be read or written: the disk reports an error.",
        SqliteCode.CannotOpen => "cannot be opened.",
        SqliteCode.Corrupt => "is damaged.",
        SqliteCode.NotADatabase => "is not a SQLite database.",
        SqliteCode.Busy => "is locked by another program.",
        _ => "could not be used.",
    };

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static string ConnectionString(string directory, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, FileName),
            Mode = mode,
            Pooling = pooling,
        }.ToString();
}
