namespace SocialLeads.Scoring.Models;

/// <summary>What becomes of a measure before the weight; each grows with x and maps 0 to 0.</summary>
/// <param name="Kind">The formula.</param>
/// <param name="Parameter">The scale or half of the formula, in the measure's unit, above 0; 1 for linear.</param>
public readonly record struct Transform(TransformKind Kind, double Parameter);

/// <summary>The formula of a transform.</summary>
public enum TransformKind
{
    /// <summary>x</summary>
    Linear,

    /// <summary>log2(1 + x / scale): each doubling adds about one.</summary>
    Logarithmic,

    /// <summary>x / (x + half): from 0 to 1, one half at x = half.</summary>
    Saturating,
}
