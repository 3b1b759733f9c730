namespace SocialLeads.Scoring.Scores;

/// <summary>What a member's score needs and the member's own features do not tell.</summary>
/// <param name="Colleagues">
/// The figure of the member's colleagues for signals with measure <c>colleagues</c> (<see cref="Companies.CompanyRollup.ColleaguesOf"/>); null
/// if there are none or nobody asked. Without it the points are the member's own: what a company's figures are made of.
/// </param>
public readonly record struct ScoreInputs(Points? Colleagues);
