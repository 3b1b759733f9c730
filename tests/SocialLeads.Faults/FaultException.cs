namespace SocialLeads.Faults;

/// <summary>The server did what it must not do. The message says what, in full sentences.</summary>
internal sealed class FaultException(string message) : Exception(message);
