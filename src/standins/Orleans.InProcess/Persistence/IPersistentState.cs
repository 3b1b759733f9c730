using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A state of a grain, asked for by a constructor parameter with a <see cref="PersistentStateAttribute"/>.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
