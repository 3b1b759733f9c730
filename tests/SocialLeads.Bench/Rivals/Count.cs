namespace SocialLeads.Bench.Rivals;

/// <summary>One row of the table a user would keep instead: how often, and how much, by member, what was done, of what, and day.</summary>
/// <param name="Activity">The activity's id.</param>
/// <param name="Member">The member.</param>
/// <param name="What">What was done.</param>
/// <param name="Facet">Of what: the tag, the group, the role; empty for all.</param>
/// <param name="Day">The UTC day.</param>
/// <param name="Amount">Seconds or another quantity to be summed.</param>
internal readonly record struct Count(string Activity, string Member, string What, string Facet, DateOnly Day, long Amount);
