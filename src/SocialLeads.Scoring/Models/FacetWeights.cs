namespace SocialLeads.Scoring.Models;

/// <summary>What a facet counts relative to others, in thousandths: an exact name wins over the longest prefix.</summary>
public sealed class FacetWeights
{
    /// <summary>The weight of a facet in thousandths, ±1,000,000.</summary>
    public long Thousandths(string facet) => throw new NotImplementedException();
}
