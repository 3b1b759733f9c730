using SocialLeads.Storage.Tests.Conformance;

namespace SocialLeads.Storage.Tests.Sqlite;

public sealed class SqliteLogTests : LogConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteCommitTests : CommitConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteFencingTests : FencingConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteCheckpointTests : CheckpointConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteNamesTests : NamesConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteOpeningTests : OpeningConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteSequenceTests : SequenceConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}

public sealed class SqliteModelTests : ModelConformance
{
    protected override Task<IStoreHarness> StartAsync() => Task.FromResult<IStoreHarness>(new SqliteHarness());
}
