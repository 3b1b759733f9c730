namespace SocialLeads.Scoring.Scores;

/// <summary>What one signal, under one facet, adds to or takes from a member.</summary>
/// <param name="Signal">The id of the signal.</param>
/// <param name="Facet">What it was counted by; empty for a signal without facet or with steps, and for activities that have none.</param>
/// <param name="Measured">
/// In the signal's own unit, after window or half-life, before weights; of a signal with steps the total, weighted by facet, that they are
/// read at; of the intercept 1.
/// </param>
/// <param name="Points">Its part of the signal's points, signed.</param>
public sealed record Contribution(string Signal, string Facet, double Measured, Points Points);
