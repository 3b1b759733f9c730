namespace SocialLeads.Storage;

/// <summary>
/// The storage below failed: a full or failing disk, no right to write, a lost connection. The message says what to look at.
/// The same call may succeed later.
/// </summary>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : IOException(message, cause);
