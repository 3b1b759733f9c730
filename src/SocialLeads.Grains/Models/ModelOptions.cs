namespace SocialLeads.Grains.Models;

/// <summary>How many models a tenant may have.</summary>
public sealed class ModelOptions
{
    /// <summary>Published versions of a tenant's own, each of which ranks everybody. 8; 1 to 100. Packs come on top.</summary>
    public int MaxLive { get; set; } = 8;

    /// <summary>Versions a tenant may store in all, whatever their state. 1,000; 1 to 100,000.</summary>
    public int MaxVersions { get; set; } = 1_000;

    /// <summary>Everything that is out of range, one sentence for each; empty when all is well.</summary>
    public IEnumerable<string> Violations()
    {
        if (MaxLive is < 1 or > 100)
            yield return $"{nameof(MaxLive)} is {MaxLive}; it must be from 1 to 100.";
        if (MaxVersions is < 1 or > 100_000)
            yield return $"{nameof(MaxVersions)} is {MaxVersions}; it must be from 1 to 100000.";
    }
}
