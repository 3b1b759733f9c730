namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Maps points to a score above 0 and below 100, strictly increasing over all <see cref="Points"/>. No points give 1, and
/// <see cref="Half"/> gives 50; above 0 it is the Michaelis-Menten saturation curve 1 + 99 p / (p + h) with
/// h = 50/49 Half, below 0 it is 1 / (1 - p / Half).
/// </summary>
/// <param name="Half">The points that give a score of 50: from 1 to 1,000,000 points.</param>
public sealed record ScoreCurve(Points Half)
{
    /// <summary>The score of some points.</summary>
    public double Score(Points points)
    {
        var half = Half.ToDouble();
        var p = points.ToDouble();
        if (p < 0) return 1 / (1 - p / half);
        // 100 minus the remainder rather than 1 plus the gain: each operation then has one growing operand, so that
        // rounding cannot make neighbouring points change places.
        var h = half * 50 / 49;
        return 100 - 99 * (h / (p + h));
    }
}
