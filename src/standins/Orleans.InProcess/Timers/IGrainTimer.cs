namespace Orleans.Runtime;

/// <summary>A timer of an activation. Disposing it stops it and cancels the callback's token.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Starts anew. Within the timer's own callback it takes effect when the callback ends.</summary>
    /// <param name="dueTime">Until the next tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="period">From the end of one tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for one tick only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative but not infinite, or above about 49 days.</exception>
    void Change(TimeSpan dueTime, TimeSpan period);
}
