using Npgsql;
using NpgsqlTypes;
using SocialLeads.Bench.Loads;
using SocialLeads.Bench.Traffic;

namespace SocialLeads.Bench.Rivals;

/// <summary>
/// The table of counters, fed as well as we know how: a prepared statement of one round trip for each batch, arrays instead of
/// rows, rows summed up before they meet the table, and in their key's order, so that two connections do not deadlock. A
/// table of ids in the same statement has every activity count once.
/// </summary>
internal sealed class CountersLoad(LoadOrder order) : ILoad
{
    private const string CreateTables =
        """
        CREATE TABLE IF NOT EXISTS ids (id text COLLATE "C" PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS counters (
            member text COLLATE "C", what text COLLATE "C", facet text COLLATE "C", day date, count bigint NOT NULL, amount bigint NOT NULL,
            PRIMARY KEY (member, what, facet, day));
        """;

    private const string Add =
        """
        WITH fresh AS (INSERT INTO ids SELECT * FROM unnest($1) ON CONFLICT DO NOTHING RETURNING id)
        INSERT INTO counters
        SELECT member, what, facet, day, count(*), sum(amount)
        FROM unnest($2, $3, $4, $5, $6, $7) AS given (id, member, what, facet, day, amount) JOIN fresh USING (id)
        GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
        ON CONFLICT (member, what, facet, day)
        DO UPDATE SET count = counters.count + excluded.count, amount = counters.amount + excluded.amount
        """;

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(order.Target);
    private readonly List<Batch>[] _batches = new List<Batch>[order.Connections];

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var community = new Community(order.Plan);
        var hands = Sharing.Deal(order);
        Parallel.For(0, hands.Length, hand => _batches[hand] = hands[hand].ConvertAll(batch => Make(community, batch.First, batch.Count)));
        await using var create = _database.CreateCommand(CreateTables);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<long> RunAsync(Latencies latencies, CancellationToken cancellationToken)
    {
        await Task.WhenAll(_batches.Select(batches => Task.Run(() => SendAsync(batches, latencies, cancellationToken), cancellationToken)));
        return order.Count;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Batch Make(Community community, long first, int count)
    {
        var ids = new string[count];
        var counts = new List<Count>(count * 2);
        for (var place = 0; place < count; place++)
        {
            var activity = community.At(first + place);
            ids[place] = activity.Id;
            counts.AddRange(order.Kind == LoadKind.Counters ? Counting.Full(activity) : Counting.Few(activity));
        }

        return new Batch(
            ids,
            [.. counts.Select(one => one.Activity)],
            [.. counts.Select(one => one.Member)],
            [.. counts.Select(one => one.What)],
            [.. counts.Select(one => one.Facet)],
            [.. counts.Select(one => one.Day)],
            [.. counts.Select(one => one.Amount)]);
    }

    private async Task SendAsync(List<Batch> batches, Latencies latencies, CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var add = new NpgsqlCommand(Add, connection);
        foreach (var type in (NpgsqlDbType[])[
            NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Date, NpgsqlDbType.Bigint])
        {
            add.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | type });
        }

        await add.PrepareAsync(cancellationToken);
        foreach (var batch in batches)
        {
            var columns = (Array[])[batch.Ids, batch.Of, batch.Members, batch.Whats, batch.Facets, batch.Days, batch.Amounts];
            for (var column = 0; column < columns.Length; column++) add.Parameters[column].Value = columns[column];
            var sentAt = latencies.Now;
            await add.ExecuteNonQueryAsync(cancellationToken);
            latencies.Add(sentAt);
        }
    }

    private sealed record Batch(
        string[] Ids, string[] Of, string[] Members, string[] Whats, string[] Facets, DateOnly[] Days, long[] Amounts);
}
