namespace SocialLeads.Scoring.Scores;

/// <summary>What was measured of one signal under one facet.</summary>
/// <param name="Signal">The place of the signal in the model.</param>
/// <param name="Facet">The facet.</param>
/// <param name="Sum">In 2^-32 of the unit that is held; not 0.</param>
/// <param name="FacetWeight">What the facet counts, in thousandths.</param>
internal readonly record struct MeasuredFacet(int Signal, string Facet, Int128 Sum, long FacetWeight)
{
    /// <summary>The sum times the facet's weight.</summary>
    public Int128 Weighted => Sum * FacetWeight;
}
