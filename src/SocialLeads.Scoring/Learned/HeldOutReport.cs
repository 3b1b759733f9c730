using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Learned;

/// <summary>
/// The learned model, from the older outcomes alone, beside the base model on the newest, which neither has seen: the same members, each as
/// of the day before its own outcome.
/// </summary>
/// <param name="FirstDay">The first day that was held out.</param>
/// <param name="Positives">Positive outcomes that were held out.</param>
/// <param name="Negatives">Negative outcomes that were held out.</param>
/// <param name="Learned">The learned model.</param>
/// <param name="Base">The base model; its probabilities are a logistic regression on its scores, fitted to the older outcomes.</param>
/// <param name="AreaGained">The learned model's area under the ROC curve less the base model's, of the same draws.</param>
/// <param name="PrecisionGained">The same of the average precision.</param>
/// <param name="BrierGained">The same of the Brier score; below 0 is better.</param>
/// <param name="LiftGained">The same of the lift of the top 5 %.</param>
public sealed record HeldOutReport(
    int FirstDay,
    int Positives,
    int Negatives,
    HeldOutModel Learned,
    HeldOutModel Base,
    Estimate AreaGained,
    Estimate PrecisionGained,
    Estimate BrierGained,
    Estimate LiftGained);
