using System.Diagnostics.Metrics;

namespace SocialLeads.Grains;

/// <summary>What the grains count, for whoever listens to the meter <c>SocialLeads</c>. Tenants are named; members never are.</summary>
internal static class Meters
{
    private static readonly Meter _meter = new("SocialLeads");

    /// <summary>Facets that were left out of activities; see <see cref="Scoring.Features.SymbolBudget"/>.</summary>
    public static Counter<long> FacetsLeftOut { get; } = _meter.CreateCounter<long>(
        "socialleads.facets.left_out", "{facet}", "Facets that were left out of activities because there was no room for new series.");
}
