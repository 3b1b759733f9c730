using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Filters;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Listening;

/// <summary>
/// Counts filters of what the log has from before they were there. The log is read and matched beside the partition's turns, a slice
/// at a time; a turn then adds what matched and notes the slice as counted, at once, so that a checkpoint has both or neither. A
/// partition that starts again goes on where its last checkpoint was.
/// </summary>
/// <param name="state">The partition's state.</param>
/// <param name="store">Its log.</param>
/// <param name="sliceBytes">Bytes of the log in a slice.</param>
internal sealed class FilterRefold(PartitionState state, IPartitionStore store, int sliceBytes)
{
    private Task _running = Task.CompletedTask;
    private bool _isStopped;

    /// <summary>The day now.</summary>
    public required Func<int> Today { get; init; }

    /// <summary>Called in a turn, after each slice was added; awaited before the next.</summary>
    public required Func<Task> Added { get; init; }

    /// <summary>Saves all there is. Filters are not said to be counted before that is done.</summary>
    public required Func<Task> SaveAll { get; init; }

    /// <summary>Told of a row of the log that cannot be read, beside the turns.</summary>
    public required Action<long> Damaged { get; init; }

    /// <summary>Told why it ended before the end. It goes on when it is started again.</summary>
    public required Action<Exception> Failed { get; init; }

    /// <summary>Counts the filters of the models that are live now, and no others, and fills what gaps there are.</summary>
    public void CountLive()
    {
        state.CountLiveFilters();
        if (_running.IsCompleted && !_isStopped && state.Filters.NextGap() is not null) _running = RunAsync();
    }

    /// <summary>Completes when what is being counted is, and is saved: what a restart would have to count again is not counted yet.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be written.</exception>
    public async Task CompleteAsync()
    {
        await _running;
        if (state.Filters.IsChanged) await SaveAll();
    }

    /// <summary>Whether nothing is left to count of some filters.</summary>
    /// <exception cref="StoreUnavailableException">Something is, but the log could not be read or the states not saved.</exception>
    public bool IsComplete(IEnumerable<TextFilter> filters)
    {
        if (state.Filters.Progress(filters.Select(static filter => filter.SeriesFacet), state.Position).IsComplete) return true;
        return _running.IsCompleted ? throw new StoreUnavailableException("The log could not be read to count what filters match.") : false;
    }

    /// <summary>Ends it at its next slice, and completes when it has ended. It is not started any more.</summary>
    public Task StopAsync()
    {
        _isStopped = true;
        return _running;
    }

    private async Task RunAsync()
    {
        try
        {
            await using var log = new LogCursor(store);
            while (!_isStopped && state.Filters.NextGap() is { } gap)
            {
                var slice = await FilterSlice.ReadAsync(gap, log, sliceBytes, Today(), Damaged);
                await BringAsync(slice.Matches.ConvertAll(one => one.Activity));
                state.AddMatches(gap.Filters, slice);
                await Added();
            }

            await SaveAll();
        }
        catch (Exception reason)
        {
            Failed(reason);
        }
    }

    /// <summary>Brings members to memory. Whoever has left again before this turn is brought once more.</summary>
    private async Task BringAsync(List<Activity> activities)
    {
        do await state.States.LoadAsync(activities);
        while (state.States.AnyIsCold(activities));
    }
}
