namespace SocialLeads.Server.Demo.Simulation;

/// <summary>Why a simulated member is in the community. No activity tells it; only the report may look.</summary>
internal enum Intent
{
    /// <summary>Reads what comes along. Most members.</summary>
    Browser,

    /// <summary>Truly interested: began to look for a product like this one in the last weeks.</summary>
    Shopper,

    /// <summary>Posts and comments a great deal and never buys.</summary>
    Talker,

    /// <summary>Has the product already and comes for help and for company.</summary>
    Customer,

    /// <summary>Was as busy as a shopper two months ago, and has gone quiet.</summary>
    Lapsed,

    /// <summary>Works for the company that runs the community.</summary>
    Employee,

    /// <summary>Wants to work for that company.</summary>
    JobSeeker,

    /// <summary>A crawler behind a member's account: thousands of page views within an hour.</summary>
    Bot,
}
