namespace SocialLeads.Storage.Writing;

/// <summary>Counts what the writer does; read from any thread.</summary>
internal sealed class StatisticsCounter
{
    private readonly Lock _lock = new();
    private StoreStatistics _total;

    public StoreStatistics Read()
    {
        lock (_lock)
            return _total;
    }

    public void AddCommit(IEnumerable<(PendingWrite Write, Exception? Refusal)> outcomes)
    {
        lock (_lock)
        {
            var refused = 0;
            var written = 0;
            foreach (var (write, refusal) in outcomes)
            {
                if (refusal is not null)
                {
                    refused++;
                    continue;
                }

                written++;
                var tally = write.Tally;
                _total = _total with
                {
                    Appends = _total.Appends + tally.Appends,
                    AppendedBytes = _total.AppendedBytes + tally.AppendedBytes,
                    Checkpoints = _total.Checkpoints + tally.Checkpoints,
                };
            }

            _total = _total with
            {
                Commits = _total.Commits + (written > 0 ? 1 : 0),
                FailedWrites = _total.FailedWrites + refused,
            };
        }
    }

    public void AddFailure()
    {
        lock (_lock)
            _total = _total with { FailedWrites = _total.FailedWrites + 1 };
    }
}
