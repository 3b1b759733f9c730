using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Storage.Tests.Sqlite;

public sealed class SqliteStoreOptionsTests
{
    [Fact]
    public async Task Every_option_out_of_its_range_is_named()
    {
        var options = new SqliteStoreOptions
        {
            DataDirectory = " ",
            PartitionCount = 1025,
            QueueLength = 0,
            MaxBatchWrites = -1,
            MaxBatchBytes = (1 << 30) + 1,
        };

        var refused = await Assert.ThrowsAsync<ArgumentException>(
            () => SqliteStore.OpenAsync(options, NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Equal(
            "DataDirectory must name a directory. PartitionCount must be from 1 to 1024, not 1025. "
            + "QueueLength must be from 1 to 1000000, not 0. MaxBatchWrites must be from 1 to 1000000, not -1. "
            + "MaxBatchBytes must be from 1 to 1073741824, not 1073741825. (Parameter 'options')",
            refused.Message);
    }

    [Fact]
    public void The_defaults_are_those_documented()
    {
        var options = new SqliteStoreOptions { DataDirectory = "data" };

        Assert.Equal(
            (8, 4096, 1024, 8_388_608),
            (options.PartitionCount, options.QueueLength, options.MaxBatchWrites, options.MaxBatchBytes));
    }
}
