namespace SocialLeads.Cli.Evaluate;

/// <summary>What a member came to.</summary>
/// <param name="Member">The member, by the community's own id.</param>
/// <param name="Day">The UTC day it was known.</param>
/// <param name="Outcome">One of <see cref="OutcomeSheet.Known"/>.</param>
internal sealed record OutcomeRow(string Member, DateOnly Day, string Outcome);
