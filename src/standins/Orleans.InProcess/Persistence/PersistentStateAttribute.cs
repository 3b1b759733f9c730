namespace Orleans.Runtime;

/// <summary>Names the state that an <see cref="IPersistentState{TState}"/> parameter of a grain's constructor stands for.</summary>
/// <param name="stateName">Unique within the grain class.</param>
/// <param name="storageName">The name the <see cref="Orleans.Storage.IGrainStorage"/> is registered by; null for the one without a name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    public string? StorageName { get; } = storageName;
}
