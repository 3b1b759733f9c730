namespace SocialLeads.Scoring.Models;

/// <summary>The facets of <see cref="FacetKind.EmailDomainRelation"/>.</summary>
public static class EmailDomainRelation
{
    /// <summary>The e-mail domain is the member's own.</summary>
    public const string Own = "own";

    /// <summary>It is another, or there is none, or the member's own is not known.</summary>
    public const string Other = "other";
}
