namespace SocialLeads.Scoring.Learned;

/// <summary>Something to know before a learned model is used.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">A sentence or two that name the numbers.</param>
public sealed record LearningWarning(LearningWarningReason Reason, string Text);

/// <summary>Why there is a warning.</summary>
public enum LearningWarningReason
{
    /// <summary>No outcomes could be held out, so that nobody knows how good the model is.</summary>
    NotJudged,

    /// <summary>Few outcomes of a kind were held out, so that the figures say little.</summary>
    FewHeldOut,

    /// <summary>The learned model was not better than the base model by more than chance.</summary>
    NotBetter,

    /// <summary>A signal was measured in the newest outcomes alone: what it is worth was not judged.</summary>
    SignalIsNew,
}
