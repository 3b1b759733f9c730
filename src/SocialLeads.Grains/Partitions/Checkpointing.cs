using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Saves what changed, one checkpoint at a time; writing to the log goes on meanwhile. Called within the partition's turns.
/// </summary>
/// <param name="state">What is saved.</param>
/// <param name="store">Where to.</param>
/// <param name="afterActivities">Activities after which a checkpoint is due.</param>
/// <param name="afterMembers">Members who changed after which one is due.</param>
internal sealed class Checkpointing(PartitionState state, IPartitionStore store, int afterActivities, int afterMembers)
{
    private Task _running = Task.CompletedTask;
    private bool _anySaved;

    /// <summary>Activities after which the first checkpoint is due.</summary>
    public required int FirstAfterActivities { get; init; }

    /// <summary>Whether nothing may be saved any more.</summary>
    public required Func<bool> IsOver { get; init; }

    /// <summary>Called when a checkpoint is saved.</summary>
    public required Action<Checkpoint> Saved { get; init; }

    /// <summary>Called when one could not be: the log still has what was in it, and no later one may be written over the gap.</summary>
    public required Action<Exception> Failed { get; init; }

    public bool IsDue =>
        state.Unsaved.Activities >= (_anySaved ? afterActivities : FirstAfterActivities) || state.Unsaved.Members >= afterMembers;

    /// <summary>Starts a checkpoint if something changed and none is under way. Completes with the one that is.</summary>
    public Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_running.IsCompleted && !IsOver() && state.Unsaved.Any) _running = RunAsync(cancellationToken);
        return _running;
    }

    /// <summary>Saves everything up to now: what is being saved was taken earlier.</summary>
    public async Task SaveAllAsync(CancellationToken cancellationToken)
    {
        await _running;
        await SaveAsync(cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveOnceAsync(cancellationToken);
            // As many may have come meanwhile as make another due, and nobody asks for it when no more come.
            if (IsDue) await SaveOnceAsync(cancellationToken);
        }
        catch (Exception reason)
        {
            Failed(reason);
        }
    }

    private async Task SaveOnceAsync(CancellationToken cancellationToken)
    {
        await state.Waiting.FoldAllAsync();
        if (IsOver()) return;
        var checkpoint = state.Unsaved.Take();
        _anySaved = true;
        // Encoding tens of thousands of states is no work for a turn.
        await Task.Run(() => store.SaveCheckpointAsync(checkpoint, cancellationToken), cancellationToken);
        state.Unsaved.Saved(checkpoint);
        state.Waiting.Shrink();
        Saved(checkpoint);
    }
}
