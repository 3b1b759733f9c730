using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Companies;

/// <summary>
/// Keeps a company table up to date for whoever asks: every partition is asked what changed since it was asked last, and
/// mostly says that nothing did. Many who ask at once share the asking, but never one that began before they came, since that may
/// have missed what they know of.
/// </summary>
internal sealed class CompanyGathering(CompanyTable table, BoardId board, IReadOnlyList<IPartitionGrain> partitions)
{
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;

    /// <summary>The table with everything that was acknowledged before this was called.</summary>
    public async Task<CompanyTable> ReadAsync()
    {
        await Running().ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await Start();
        return table;
    }

    private Task Running()
    {
        lock (_lock) return _running;
    }

    private Task Start()
    {
        lock (_lock)
        {
            // Beside whoever asks: what is shared must not end with one of them.
            if (_running.IsCompleted) _running = Task.Run(GatherAsync);
            return _running;
        }
    }

    private Task GatherAsync() => Task.WhenAll(partitions.Select(AskAsync));

    private async Task AskAsync(IPartitionGrain partition, int index)
    {
        CompanyChanges told;
        var (era, newest) = (Guid.Empty, 0L);
        do
        {
            told = await partition.CompaniesSince(board, table.KnownOf(index));
            table.Put(index, told);
            // What changes while the pages are read is for the next who asks.
            if (told.Known.Era != era) (era, newest) = (told.Known.Era, told.Newest);
        }
        while (told.Known.Stamp < newest);
    }
}
