namespace SocialLeads.Server.Demo;

/// <summary>What the server made of the activities that were sent.</summary>
/// <param name="Accepted">Recorded now.</param>
/// <param name="Duplicates">Recorded by an earlier run; counted no second time.</param>
/// <param name="Rejected">Refused as malformed.</param>
/// <param name="FirstRejection">What was wrong with the first one that was refused; null if none was.</param>
internal sealed record FeedResult(long Accepted, long Duplicates, long Rejected, string? FirstRejection)
{
    public long Total => Accepted + Duplicates + Rejected;
}
