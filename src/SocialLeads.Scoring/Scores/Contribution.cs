using System.Collections.Immutable;

namespace SocialLeads.Scoring.Scores;

/// <summary>What one signal, under one facet, adds to or takes from a member.</summary>
/// <param name="Signal">The id of the signal.</param>
/// <param name="Facet">What it was counted by; empty for a signal without facet and for activities that have none.</param>
/// <param name="Measured">In the signal's own unit, after window or half-life, before weights.</param>
/// <param name="Points">Its part of the signal's points, signed.</param>
public sealed record Contribution(string Signal, string Facet, double Measured, Points Points)
{
    /// <summary>
    /// Of a signal with a filter, the phrases by which activities matched it, as the model has them: those of most activities first,
    /// then the latest; <see cref="MostEvidence"/> at most. They are counted as far back as the signal looks.
    /// </summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>The most phrases that are told.</summary>
    public const int MostEvidence = 10;
}
