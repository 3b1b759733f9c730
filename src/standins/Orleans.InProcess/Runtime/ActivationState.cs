namespace Orleans.InProcess.Runtime;

internal enum ActivationState
{
    /// <summary>The grain object is being made, its state read, OnActivateAsync runs. Requests wait.</summary>
    Activating,

    /// <summary>Requests run.</summary>
    Valid,

    /// <summary>No request begins. Those that run may end, then OnDeactivateAsync runs. Requests wait, for another activation.</summary>
    Deactivating,

    /// <summary>Gone.</summary>
    Invalid,
}
