namespace SocialLeads.Grains.Partitions;

/// <summary>Has pieces of work that await things in between come one after another, in the order in which they were begun.</summary>
internal sealed class TakingTurns
{
    private Task _busy = Task.CompletedTask;

    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (var before, _busy) = (_busy, done.Task);
        await before;
        try
        {
            return await work();
        }
        finally
        {
            done.SetResult();
        }
    }
}
