namespace SocialLeads.Storage.Models;

/// <summary>Names one version of one tenant's model.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Model">The id of the model.</param>
/// <param name="Version">From 1.</param>
public readonly record struct ModelVersionId(string Tenant, string Model, int Version);
