namespace SocialLeads.Server.Demo;

/// <summary>How far the sending of a simulated community has come.</summary>
/// <param name="Date">The simulated day of the newest activity sent.</param>
/// <param name="Sent">How many activities were sent.</param>
/// <param name="Acknowledged">How many of those the server has acknowledged.</param>
internal readonly record struct FeedProgress(DateOnly Date, long Sent, long Acknowledged);
