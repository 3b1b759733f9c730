using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Series;

/// <summary>A member's score as of the end of one UTC day.</summary>
/// <param name="Day">The day; see <see cref="Activities.UtcDay"/>.</param>
/// <param name="Points">The points; null before the member's first activity.</param>
/// <param name="Score">The score, above 0 and below 100; null before the first activity.</param>
/// <param name="Stage">The id of the stage; empty if the member has reached none or the model has no stages.</param>
public sealed record DayScore(int Day, Points? Points, double? Score, string Stage);
