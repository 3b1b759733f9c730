using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Points are log-odds, and the score is 100 times the probability: 100 / (1 + e^-p). Above 20 points, where less than 3e-7 is left
/// to 100, it goes on in a straight line, since a double could not tell neighbouring probabilities apart there.
/// </summary>
public sealed record LogisticCurve : ScoreCurve
{
    private const double Log2E = 1.44269504088896340735992468100;
    private const double MostLogOdds = 500;
    private const double Straight = 20;

    private static readonly double _atStraight = 100 / (1 + ExpOfMinus(Straight));

    /// <inheritdoc/>
    public override Points Scale => Points.FromThousandths(1000);

    /// <inheritdoc/>
    public override Points Most => Points.FromThousandths((long)MostLogOdds * 1000);

    /// <inheritdoc/>
    public override double Score(Points points)
    {
        var p = Math.Clamp(points.ToDouble(), -MostLogOdds, MostLogOdds);
        if (p > Straight) return _atStraight + (100 - _atStraight) * ((p - Straight) / (MostLogOdds + 1 - Straight));
        if (p > 0) return 100 / (1 + ExpOfMinus(p));
        var odds = ExpOfMinus(-p);
        return 100 * odds / (1 + odds);
    }

    private static double ExpOfMinus(double x) => ExactMath.Exp2(-x * Log2E);
}
