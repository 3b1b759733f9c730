using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>The record was changed by somebody else. A grain that lets it escape from a call is deactivated.</summary>
public class InconsistentStateException : OrleansException
{
    public InconsistentStateException()
    {
    }

    public InconsistentStateException(string message) : base(message)
    {
    }

    public InconsistentStateException(string message, Exception innerException) : base(message, innerException)
    {
    }

    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    public string? StoredEtag { get; }

    public string? CurrentEtag { get; }

    /// <summary>Until it has ended one activation: the exception may travel on through callers, whose states are sound.</summary>
    internal bool IsSourceActivation { get; set; } = true;
}

/// <summary>A grain asks for a store that is not registered.</summary>
public sealed class BadProviderConfigException(string message) : OrleansException(message);
