using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.Persistence;

internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage) : IPersistentState<TState>, IStoredState
{
    private readonly GrainState<TState> _state = new(NewState());
    private bool _isRead;

    public TState State
    {
        get => _state.State;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists =>
        _isRead ? _state.RecordExists : throw new InvalidOperationException("State has not yet been loaded");

    public async Task ReadStateAsync()
    {
        await storage.ReadStateAsync(name, grainId, _state);
        _isRead = true;
    }

    public Task WriteStateAsync() => storage.WriteStateAsync(name, grainId, _state);

    public Task ClearStateAsync() => storage.ClearStateAsync(name, grainId, _state);

    internal static TState NewState() =>
        typeof(TState).IsValueType || typeof(TState).GetConstructor([]) is not null
            ? Activator.CreateInstance<TState>()
            : (TState)RuntimeHelpers.GetUninitializedObject(typeof(TState));
}
