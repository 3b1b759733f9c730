using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Models;

/// <summary>What becomes of a measure before the weight; each grows with x and maps 0 to 0.</summary>
/// <param name="Kind">The formula.</param>
/// <param name="Parameter">The scale or half of the formula, in the measure's unit, above 0; 1 for linear.</param>
public readonly record struct Transform(TransformKind Kind, double Parameter)
{
    /// <summary>Transforms x, 0 or more. The same bits on every machine.</summary>
    public double Apply(double x) => Kind switch
    {
        TransformKind.Logarithmic => ExactMath.Log2(ArgumentOfLogarithm(x)),
        TransformKind.Saturating => x / (x + Parameter),
        _ => x,
    };

    /// <summary>Of what a logarithmic transform takes the binary logarithm.</summary>
    internal double ArgumentOfLogarithm(double x) => 1 + x / Parameter;
}

/// <summary>The formula of a transform.</summary>
public enum TransformKind
{
    /// <summary>x</summary>
    Linear,

    /// <summary>log2(1 + x / scale): the first scale adds 1, and from there each doubling adds about one.</summary>
    Logarithmic,

    /// <summary>x / (x + half), the Michaelis-Menten curve: from 0 towards 1, and 1/2 at x = half.</summary>
    Saturating,
}
