namespace SocialLeads.Server.Demo.Simulation;

/// <summary>Who a member is before the first day. Days are counted from the simulation's first day, which is 0.</summary>
internal sealed record SimulatedMember
{
    /// <summary>The place in the community, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The id, a first and a last name such as `maria.santos`.</summary>
    public required string Id { get; init; }

    /// <summary>The hidden truth.</summary>
    public required Intent Intent { get; init; }

    /// <summary>The role that those who connect with this member see.</summary>
    public required string Role { get; init; }

    /// <summary>The domain of the member's e-mail address.</summary>
    public required string EmailDomain { get; init; }

    /// <summary>The day of the registration; negative for those who were there before the simulation begins.</summary>
    public required int JoinDay { get; init; }

    /// <summary>How much of the site the member uses in general: visits, in thousandths of what is usual.</summary>
    public required int Engagement { get; init; }

    /// <summary>A tag the member likes for no reason of ours.</summary>
    public required string Favourite { get; init; }

    /// <summary>When the member looks at the product in earnest, if ever.</summary>
    public InterestSpell? Interest { get; init; }

    /// <summary>The day from which the member hardly comes any more.</summary>
    public int FadesOn { get; init; } = int.MaxValue;

    /// <summary>The days on which the member invites a colleague, in rising order.</summary>
    public IReadOnlyList<int> InvitesColleagueOn { get; init; } = [];

    /// <summary>The day a crawler runs under this account.</summary>
    public int? CrawlsOn { get; init; }
}
