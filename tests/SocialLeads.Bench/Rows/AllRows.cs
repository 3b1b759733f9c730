using SocialLeads.Bench.Loads;

namespace SocialLeads.Bench.Rows;

/// <summary>Everything that can be measured, in the order in which it is.</summary>
internal static class AllRows
{
    public static IReadOnlyList<IRow> List { get; } =
    [
        new IngestRow("ingest", "Streamed ingest, 1,000 activities a request", LoadKind.Stream, 1000),
        new CountersRow(),
        new ReadsRow(),
        new GrowthRow(),
        new FootprintRow(),
        new RecoveryRow(),
        new IngestRow("unary", "Ingest by unary calls, 100 activities each", LoadKind.Unary, 100),
        new RedisRow(),
        new RescoreRow(),
        new PublishRow(),
        new PostgresStoreRow(),
    ];
}
