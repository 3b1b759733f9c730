namespace SocialLeads.Scoring;

/// <summary>One thing that is wrong with one field of an activity or of a model document.</summary>
/// <param name="Field">The path of the field, such as <c>tags[3]</c> or <c>signals[2].half_life_days</c>; empty for the whole.</param>
/// <param name="Description">What is wrong, in a sentence that names the bound.</param>
public readonly record struct FieldViolation(string Field, string Description);
