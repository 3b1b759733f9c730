namespace SocialLeads.Scoring.Models;

/// <summary>That an activity counts only if an attribute has a value.</summary>
/// <param name="Name">The attribute's name, lower_snake_case.</param>
/// <param name="Value">The value it must have, compared ordinally.</param>
public sealed record AttributeCondition(string Name, string Value);
