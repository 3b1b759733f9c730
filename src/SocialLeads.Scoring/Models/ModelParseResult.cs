namespace SocialLeads.Scoring.Models;

/// <summary>A model, or everything that is wrong with its document.</summary>
/// <param name="Model">Null when there are violations.</param>
/// <param name="Violations">Everything that is wrong, each with its path in the document.</param>
public sealed record ModelParseResult(ScoringModel? Model, IReadOnlyList<FieldViolation> Violations);
