namespace SocialLeads.Scoring.Outcomes;

/// <summary>What a lead came to. The numbers are persisted.</summary>
public enum OutcomeKind
{
    /// <summary>None: an ordinary activity.</summary>
    None = 0,

    /// <summary>A person found it worth working on.</summary>
    Qualified = 1,

    /// <summary>A person found that it is not.</summary>
    Rejected = 2,

    /// <summary>It was closed with success.</summary>
    Won = 3,

    /// <summary>It was closed without.</summary>
    Lost = 4,
}
