namespace Orleans.Runtime;

/// <summary>The runtime's side of one activation.</summary>
public interface IGrainContext
{
    GrainId GrainId { get; }

    /// <summary>The grain object; null before it is made and after it is gone.</summary>
    object? GrainInstance { get; }

    /// <summary>A service scope as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Done when the activation is gone.</summary>
    Task Deactivated { get; }

    /// <summary>Lets the calls that run finish and then deactivates. Does not wait for it.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
