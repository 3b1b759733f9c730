using SocialLeads.Storage.Tests.Conformance;

namespace SocialLeads.Storage.Tests.Postgres;

public sealed class PostgresLogTests(PostgresCluster cluster) : LogConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresCommitTests(PostgresCluster cluster) : CommitConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresFencingTests(PostgresCluster cluster) : FencingConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresCheckpointTests(PostgresCluster cluster) : CheckpointConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresNamesTests(PostgresCluster cluster) : NamesConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresOpeningTests(PostgresCluster cluster) : OpeningConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresSequenceTests(PostgresCluster cluster) : SequenceConformance
{
    protected override int Sequences => 8;

    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}

public sealed class PostgresModelTests(PostgresCluster cluster) : ModelConformance
{
    protected override Task<IStoreHarness> StartAsync() => PostgresHarness.StartAsync(cluster);
}
