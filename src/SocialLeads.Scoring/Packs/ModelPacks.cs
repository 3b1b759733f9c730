using System.Collections.Immutable;
using System.Reflection;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Packs;

/// <summary>The models that ship with the product.</summary>
public static class ModelPacks
{
    /// <summary>The model that is meant when none is named.</summary>
    public const string DefaultModel = "corporate-community";

    private const string Suffix = ".yaml";

    /// <summary>Reads all packs, by id.</summary>
    /// <exception cref="InvalidDataException">A pack is not valid; the message lists every violation.</exception>
    public static ImmutableArray<ScoringModel> Load()
    {
        var assembly = typeof(ModelPacks).Assembly;
        var documents = assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Suffix, StringComparison.Ordinal));
        return [.. documents.Select(name => Load(assembly, name)).OrderBy(static model => model.Id, StringComparer.Ordinal)];
    }

    private static ScoringModel Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} was listed and is not there.");
        using var reader = new StreamReader(stream);
        var result = ModelDocument.Parse(reader.ReadToEnd());
        if (result.Model is { } model) return model;
        var violations = result.Violations.Select(static violation => $"\n  {violation.Field}: {violation.Description}");
        throw new InvalidDataException($"The pack {name} is not valid:{string.Concat(violations)}");
    }
}
