namespace SocialLeads.Scoring.Models;

/// <summary>The two kinds of points, which are shown apart.</summary>
public enum ScoreDimension
{
    /// <summary>What the member does.</summary>
    Engagement,

    /// <summary>Who the member is: profile, company, role.</summary>
    Fit,
}
