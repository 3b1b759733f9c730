namespace SocialLeads.Faults.Servers;

/// <summary>
/// Waits by seconds that this process lived through. A machine that stood still for minutes, as one does that is moved, gave the
/// server no time to answer in, and is no reason to call it late.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    /// <returns>Whether it completed in time, however it did.</returns>
    public static async Task<bool> LastsAsync(Task awaited, TimeSpan most)
    {
        for (var waited = TimeSpan.Zero; waited < most && !awaited.IsCompleted; waited += _second)
            await awaited.WaitAsync(_second).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return awaited.IsCompleted;
    }
}
