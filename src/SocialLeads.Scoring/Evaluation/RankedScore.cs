namespace SocialLeads.Scoring.Evaluation;

/// <summary>What a ranking says of a member on a day.</summary>
/// <param name="Rank">The higher, the further up.</param>
/// <param name="Logit">The same on a scale on which equal steps may be equal steps of log-odds: what is calibrated.</param>
/// <param name="Probability">What it says itself, 0 to 1; null when it says only an order.</param>
public readonly record struct RankedScore(double Rank, double Logit, double? Probability);
