namespace SocialLeads.Scoring.Filters;

/// <summary>A word of a text.</summary>
/// <param name="Folded">The word as it is compared; see <see cref="LetterFolding"/>.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Word(string Folded, int Start, int End);
