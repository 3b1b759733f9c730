using System.Collections.Immutable;
using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Learned;

/// <summary>How well a model did on the outcomes that were held out. Figures are defined in <c>docs/accuracy.md</c>; intervals are of 95 %.</summary>
/// <param name="AreaUnderCurve">The area under the ROC curve.</param>
/// <param name="AveragePrecision">The average precision.</param>
/// <param name="BrierScore">The Brier score of the probabilities.</param>
/// <param name="LiftAt5Percent">The lift of the top 5 %.</param>
/// <param name="Reliability">What was said, and what happened.</param>
public sealed record HeldOutModel(
    Estimate AreaUnderCurve, Estimate AveragePrecision, Estimate BrierScore, Estimate LiftAt5Percent, ImmutableArray<ReliabilityPoint> Reliability);
