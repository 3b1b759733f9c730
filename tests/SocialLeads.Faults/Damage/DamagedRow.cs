using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using SocialLeads.Faults.Checking;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;
using SocialLeads.Faults.Traffic;
using SocialLeads.V1;
using Activity = SocialLeads.Scoring.Activities.Activity;
using OutcomeKind = SocialLeads.Scoring.Outcomes.OutcomeKind;

namespace SocialLeads.Faults.Damage;

/// <summary>
/// A bit of one log row flips on the disk. The server reports the row with its partition and position and serves the rest; the
/// row's activities, sent again, count again.
/// </summary>
internal static class DamagedRow
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <exception cref="FaultException">The server did what it must not do.</exception>
    public static async Task RunAsync(ulong seed, Place place, TextWriter progress)
    {
        var traffic = new SteadyTraffic(seed, clients: 4);
        await using (var server = await ServerProcess.StartAsync(place.Launch()))
        {
            traffic.Start(server);
            await traffic.UntilAsync(traffic.Ledger.Acknowledgements.FurtherAsync(100, _patience, "requests acknowledged"));
            await traffic.StopAsync();
            await server.KillAsync();
        }

        var row = await FlipBitAsync(place, Chance.At(seed));
        var stock = traffic.Ledger.TakeStock();
        var lost = stock.Where(activity => row.Payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(activity.Id)) >= 0).ToList();
        await using var next = await ServerProcess.StartAsync(place.Launch());
        Compare(stock.Except(lost), await Reading.Of(next));
        var report = $"Partition default/{row.Partition}: the log row at position {row.Position} is damaged";
        if (next.Printed(report).Count != 1) throw new FaultException($"The server did not report once: {report}");
        await progress.WriteLineAsync($"The server reported: {report}. Without its {lost.Count} activities the members agree.");

        await SendAgainAsync(next, lost);
        Compare(stock, await Reading.Of(next));
        await progress.WriteLineAsync($"After they were sent again, all {stock.Count} activities count.");
    }

    private static async Task<LogRow> FlipBitAsync(Place place, Random random)
    {
        await using DbConnection connection = place.Postgres is { } postgres
            ? new NpgsqlConnection(postgres.ConnectionString)
            : new SqliteConnection($"Data Source={Path.Combine(place.Data, "socialleads.db")};Pooling=False");
        await connection.OpenAsync();
        var rows = await ReadLogAsync(connection);
        var row = rows[random.Next(rows.Count)];
        var damaged = row.Payload.ToArray();
        damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
        await using var update = connection.CreateCommand();
        update.CommandText = "UPDATE log SET payload = @payload WHERE partition_id = @row AND position = @position";
        Add(update, "payload", damaged);
        Add(update, "row", row.Row);
        Add(update, "position", row.Position);
        if (await update.ExecuteNonQueryAsync() != 1) throw new InvalidOperationException("There was no row to damage.");
        return row;
    }

    private static async Task<List<LogRow>> ReadLogAsync(DbConnection connection)
    {
        await using var select = connection.CreateCommand();
        select.CommandText = """
            SELECT partition_id, number, position, payload FROM log JOIN partitions ON partitions.id = partition_id
            ORDER BY number, position
            """;
        await using var reader = await select.ExecuteReaderAsync();
        var rows = new List<LogRow>();
        while (await reader.ReadAsync()) rows.Add(new(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt64(2), (byte[])reader[3]));
        return rows;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private static async Task SendAgainAsync(ServerProcess server, List<Activity> lost)
    {
        var dispositions = new List<Disposition>();
        var request = new RecordActivitiesRequest();
        request.Activities.AddAll(lost.Where(activity => activity.Outcome == OutcomeKind.None));
        if (request.Activities.Count > 0)
            dispositions.AddRange((await server.Activities.RecordActivitiesAsync(request)).Results.Select(result => result.Disposition));
        var outcomes = new BatchRecordOutcomesRequest();
        outcomes.Outcomes.AddAll(lost.Where(activity => activity.Outcome != OutcomeKind.None));
        if (outcomes.Outcomes.Count > 0)
            dispositions.AddRange((await server.Leads.BatchRecordOutcomesAsync(outcomes)).Results.Select(result => result.Disposition));
        if (dispositions.Exists(one => one != Disposition.Accepted))
            throw new FaultException($"Of the damaged row's activities {dispositions.Count(one => one != Disposition.Accepted)} were not accepted when they were sent again.");
    }

    private static void Compare(IEnumerable<Activity> activities, Standing served)
    {
        if (Standing.FirstDifference(Reference.Of(activities, Chance.At(0)), served) is { } difference) throw new FaultException(difference);
    }

    private sealed record LogRow(long Row, int Partition, long Position, byte[] Payload);
}
