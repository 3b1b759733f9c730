namespace SocialLeads.Cli.Import.Sending;

/// <summary>How much is on the way at once, and how long a sender keeps trying.</summary>
internal sealed record SendOptions
{
    /// <summary>Requests that may wait for their acknowledgement.</summary>
    public int Window { get; init; } = 16;

    /// <summary>The most activities in a request.</summary>
    public int BatchActivities { get; init; } = 500;

    /// <summary>The most bytes of activities in a request: well under the 4 MiB a server takes by default.</summary>
    public int BatchBytes { get; init; } = 1024 * 1024;

    /// <summary>Tries in a row without any acknowledgement, once there was one: about 40 seconds in all.</summary>
    public int Tries { get; init; } = 10;

    /// <summary>Tries before the first acknowledgement ever: a server that was never there will hardly come up.</summary>
    public int FirstTries { get; init; } = 3;

    /// <summary>The pause after the first failure; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest pause of the sender's own choosing.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The longest pause a server may ask for.</summary>
    public TimeSpan LongestAskedPause { get; init; } = TimeSpan.FromMinutes(2);
}
