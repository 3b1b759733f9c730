namespace SocialLeads.Storage;

/// <summary>Another process, or another store in this one, has the store open.</summary>
public sealed class StoreLockedException(string location, Exception? cause = null)
    : IOException($"The store in '{location}' is in use by another process. One process at a time can open it.", cause)
{
    /// <summary>The data directory.</summary>
    public string Location { get; } = location;
}
