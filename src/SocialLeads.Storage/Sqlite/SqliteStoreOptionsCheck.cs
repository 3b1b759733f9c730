namespace SocialLeads.Storage.Sqlite;

internal static class SqliteStoreOptionsCheck
{
    /// <exception cref="ArgumentException">An option is out of its range; the message names every one that is.</exception>
    public static void Check(SqliteStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
            faults.Add($"{nameof(options.DataDirectory)} must name a directory.");

        CheckRange(nameof(options.PartitionCount), options.PartitionCount, 1024);
        CheckRange(nameof(options.QueueLength), options.QueueLength, 1_000_000);
        CheckRange(nameof(options.MaxBatchWrites), options.MaxBatchWrites, 1_000_000);
        CheckRange(nameof(options.MaxBatchBytes), options.MaxBatchBytes, 1 << 30);
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults), nameof(options));

        void CheckRange(string name, int value, int most)
        {
            if (value < 1 || value > most)
                faults.Add($"{name} must be from 1 to {most}, not {value}.");
        }
    }
}
