namespace Orleans;

/// <summary>What a store reads into and writes from.</summary>
public interface IGrainState<T>
{
    T State { get; set; }

    /// <summary>The version of the record last read or written; null when there is none.</summary>
    string? ETag { get; set; }

    bool RecordExists { get; set; }
}

/// <inheritdoc cref="IGrainState{T}"/>
public sealed class GrainState<T> : IGrainState<T>
{
    public GrainState()
    {
    }

    public GrainState(T state) => State = state;

    public GrainState(T state, string? eTag) : this(state) => ETag = eTag;

    public T State { get; set; } = default!;

    public string? ETag { get; set; }

    public bool RecordExists { get; set; }
}
