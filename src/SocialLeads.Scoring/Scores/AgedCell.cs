namespace SocialLeads.Scoring.Scores;

/// <summary>A cell of a series as of a day; see <see cref="Features.Cell"/>.</summary>
/// <param name="Age">Days before the as-of day, or <see cref="AgeWeights.Undated"/>.</param>
/// <param name="Stamp">When the latest was, in milliseconds since 0001-01-01 plus 1, for cells that are stamped; otherwise 0.</param>
/// <param name="Peer">The peer's hash; 0 unless peers are told apart.</param>
/// <param name="Amount">The sum, or the latest value.</param>
/// <param name="Second">The second sum.</param>
internal readonly record struct AgedCell(int Age, long Stamp, long Peer, long Amount, long Second);
