namespace SocialLeads.Grains.Models;

/// <summary>Names one version of a model within a tenant.</summary>
/// <param name="Model">The id of the model.</param>
/// <param name="Version">From 1.</param>
public readonly record struct ModelRef(string Model, int Version)
{
    public override string ToString() => $"{Model}@{Version}";
}
