namespace Orleans.Runtime;

/// <summary>
/// The keys under which the runtime asks for its clocks. A keyed <see cref="TimeProvider"/> replaces one of them;
/// otherwise the unkeyed one serves, and otherwise the system's.
/// </summary>
public static class TimeProviderNames
{
    /// <summary>Grain timers and <c>DelayDeactivation</c>.</summary>
    public const string Grains = "Orleans.Grains";

    /// <summary>Response timeouts.</summary>
    public const string Messaging = "Orleans.Messaging";

    /// <summary>The collection of idle activations. Upstream 10 reads the system's clock for most of it.</summary>
    public const string ActivationManagement = "Orleans.ActivationManagement";
}
