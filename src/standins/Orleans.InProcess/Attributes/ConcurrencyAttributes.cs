namespace Orleans.Concurrency;

/// <summary>The method, on a grain interface, changes nothing: calls to such methods may interleave with one another.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;

/// <summary>The method, on a grain interface, may interleave with any other call.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;

/// <summary>The caller of the method, on a grain interface, waits for no answer and hears of no failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OneWayAttribute : Attribute;

/// <summary>Calls to the grain class interleave wherever one of them awaits; they still never run in parallel.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;

/// <summary>The grain class keeps nothing between calls, so that one key may have several activations at once.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many activations a key as there are processors.</summary>
    public StatelessWorkerAttribute() : this(0)
    {
    }

    /// <param name="maxLocalWorkers">Activations a key may have at once; below 1, the number of processors.</param>
    public StatelessWorkerAttribute(int maxLocalWorkers) =>
        MaxLocalWorkers = maxLocalWorkers > 0 ? maxLocalWorkers : Environment.ProcessorCount;

    internal int MaxLocalWorkers { get; }
}
