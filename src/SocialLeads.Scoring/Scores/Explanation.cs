using System.Collections.Immutable;

namespace SocialLeads.Scoring.Scores;

/// <summary>A member's score under one model as of one day, line by line.</summary>
/// <param name="Points">The exact sum of the contributions.</param>
/// <param name="Score">From 0 to 100, both excluded; see <see cref="ScoreCurve"/>.</param>
/// <param name="Contributions">Largest absolute points first, then by signal and facet, both ordinally.</param>
/// <param name="FitPoints">The part of the points that tells who the member is, as combined.</param>
/// <param name="EngagementPoints">
/// The part that tells what the member does, as combined, and the intercept; both add up to the points exactly.
/// </param>
public sealed record Explanation(
    Points Points, double Score, ImmutableArray<Contribution> Contributions, Points FitPoints, Points EngagementPoints);
