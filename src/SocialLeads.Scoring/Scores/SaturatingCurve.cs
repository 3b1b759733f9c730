namespace SocialLeads.Scoring.Scores;

/// <summary>
/// No points give a score of 1, and <see cref="Half"/> gives 50; above 0 it is the Michaelis-Menten saturation curve
/// 1 + 99 p / (p + h) with h = 50/49 Half, below 0 it is 1 / (1 - p / Half).
/// </summary>
/// <param name="Half">The points that give a score of 50: from 1 to 1,000,000 points.</param>
public sealed record SaturatingCurve(Points Half) : ScoreCurve
{
    /// <inheritdoc/>
    public override Points Scale => Half;

    /// <inheritdoc/>
    public override Points Most => Points.FromThousandths(Points.MaxThousandths);

    /// <inheritdoc/>
    public override double Score(Points points)
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
