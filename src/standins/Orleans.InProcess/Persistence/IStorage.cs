namespace Orleans.Core;

/// <summary>A state in a store.</summary>
public interface IStorage
{
    /// <summary>The version of the record last read or written; null when there is none.</summary>
    string? Etag { get; }

    /// <exception cref="InvalidOperationException">The state has not been read yet.</exception>
    bool RecordExists { get; }

    Task ClearStateAsync();

    /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else has written since the state was read.</exception>
    Task WriteStateAsync();

    Task ReadStateAsync();
}

/// <inheritdoc cref="IStorage"/>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
