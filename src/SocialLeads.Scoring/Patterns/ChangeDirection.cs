namespace SocialLeads.Scoring.Patterns;

/// <summary>What kind of change counts.</summary>
public enum ChangeDirection
{
    /// <summary>More than is usual for the member.</summary>
    Up,

    /// <summary>Less than is usual for the member.</summary>
    Down,

    /// <summary>More or less than is usual; twice as likely by chance, which is taken into account.</summary>
    Either,
}
