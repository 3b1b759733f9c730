using Microsoft.Data.Sqlite;

namespace SocialLeads.Storage.Sqlite;

internal static class SqliteConnectionExtensions
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var statement = new SqliteStatement(connection, sql, parameters: 0);
        statement.Execute();
    }

    public static long? Scalar(this SqliteConnection connection, string sql)
    {
        using var statement = new SqliteStatement(connection, sql, parameters: 0);
        return (long?)statement.Scalar();
    }
}
