namespace SocialLeads.Scoring.Models;

/// <summary>What a signal is counted by.</summary>
/// <param name="Kind">The field of the activity.</param>
/// <param name="AttributeName">The name of the attribute for <see cref="FacetKind.Attribute"/>; otherwise empty.</param>
public readonly record struct Facet(FacetKind Kind, string AttributeName);

/// <summary>The field of an activity that a signal is counted by.</summary>
public enum FacetKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The group; empty for activities in none.</summary>
    Group,

    /// <summary>Each tag; activities without tags do not count.</summary>
    Tag,

    /// <summary>The role of the other side; empty if unknown.</summary>
    PeerRole,

    /// <summary>The e-mail domain; empty if none.</summary>
    EmailDomain,

    /// <summary>
    /// <c>own</c> when the e-mail domain is the member's own, else <c>other</c>. The own domain is that of the member's
    /// latest <c>registration</c>, <c>profile_update</c> or <c>email_change</c> that has one, up to the day of the score.
    /// </summary>
    EmailDomainRelation,

    /// <summary>The channel; empty if unknown.</summary>
    Channel,

    /// <summary>The value of one attribute; activities without it do not count.</summary>
    Attribute,
}
