using System.Collections.Immutable;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Packs;

/// <summary>The models that ship with the product.</summary>
public static class ModelPacks
{
    /// <summary>The model that is meant when none is named.</summary>
    public const string DefaultModel = "corporate-community";

    /// <summary>Reads all packs, by id.</summary>
    /// <exception cref="InvalidDataException">A pack is not valid; the message lists every violation.</exception>
    public static ImmutableArray<ScoringModel> Load() => throw new NotImplementedException();
}
