namespace SocialLeads.Storage.Models;

/// <summary>A version of a model that is to be stored as a draft.</summary>
/// <param name="Tenant">The tenant, 1 to 2,048 UTF-8 bytes.</param>
/// <param name="Model">The id of the model, 1 to 500 UTF-8 bytes.</param>
/// <param name="Document">The document.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Reason">Why it was written.</param>
/// <param name="AtMs">When, in milliseconds since 1970-01-01 UTC. A document is stored when it was found valid, so this is the time of that, too.</param>
public sealed record NewModel(string Tenant, string Model, string Document, string Author, string Reason, long AtMs);
