using System.Collections.Immutable;

namespace SocialLeads.Scoring.Learned;

/// <summary>What came of learning: a document with its judgement, or a refusal.</summary>
/// <param name="Positives">Members with a positive verdict that were learned from.</param>
/// <param name="Negatives">Members with a negative one.</param>
/// <param name="Document">A valid model document, learned from all of them; null when refused.</param>
/// <param name="Refusal">Why nothing was learned, with the numbers; null when something was.</param>
/// <param name="HeldOut">How the same way of learning did on the newest outcomes; null when that could not be judged.</param>
/// <param name="Warnings">What to know before it is used.</param>
public sealed record OutcomeLearning(
    int Positives, int Negatives, string? Document, string? Refusal, HeldOutReport? HeldOut, ImmutableArray<LearningWarning> Warnings);

/// <summary>How far learning has come.</summary>
public enum LearningStage
{
    /// <summary>Learning from the older outcomes.</summary>
    LearningFromOlder,

    /// <summary>Judging on the newest.</summary>
    Judging,

    /// <summary>Learning from all.</summary>
    LearningFromAll,
}
