namespace Orleans.Configuration;

/// <summary>How grain calls are handled.</summary>
public class SiloMessagingOptions
{
    /// <summary>
    /// How long a caller waits before it gets a <see cref="TimeoutException"/>, unless the method has its own
    /// <see cref="ResponseTimeoutAttribute"/>; 30 seconds by default. Looked at once a second, so that it is late by up to that.
    /// </summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
