using System.Collections.Immutable;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Learned;

/// <summary>A member as a model saw it on the day before its verdict.</summary>
/// <param name="Member">The member's id; breaks ties of order, and no more.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Totals">What each signal of the base model measured; see <see cref="Scorer.TryTotals"/>.</param>
/// <param name="Points">The points that the base model gave.</param>
public sealed record LearningExample(string Member, Verdict Verdict, ImmutableArray<long> Totals, Points Points);
