using SocialLeads.Grains.Listening;

namespace SocialLeads.Grains.Trials;

/// <summary>Tells how far a trial has come, one at a time, though partitions are scored at once.</summary>
internal sealed class TrialSteps(Func<TrialProgress, Task> progress, long total) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private long _scored;

    public async Task MadeAsync(int day, int members)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            _scored += members;
            await progress(new TrialProgress(day, _scored, Math.Max(total, _scored)));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Tells how far the log is read of all partitions.</summary>
    public async Task ReadAsync(int day, FilterProgress texts)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await progress(new TrialProgress(day, 0, total, texts));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
