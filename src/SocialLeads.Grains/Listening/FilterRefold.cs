using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
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

    /// <summary>Completes when nothing is being counted.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Fills what gaps there are, unless that is under way.</summary>
    public void Start()
    {
        if (Running.IsCompleted && !_isStopped && state.Filters.NextGap() is not null) Running = RunAsync();
    }

    /// <summary>Ends it at its next slice, and completes when it has ended. It is not started any more.</summary>
    public Task StopAsync()
    {
        _isStopped = true;
        return Running;
    }

    private async Task RunAsync()
    {
        try
        {
            while (!_isStopped && state.Filters.NextGap() is { } gap)
            {
                var slice = await FilterSlice.ReadAsync(gap, store, sliceBytes, Today(), Damaged);
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
