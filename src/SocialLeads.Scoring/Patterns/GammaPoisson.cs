using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Patterns;

/// <summary>
/// What to expect of weeks to come from a count of weeks past, when events come at a steady unknown rate. With Jeffreys' prior
/// Gamma(1/2, 0) for the rate and n events in B weeks the rate has the distribution Gamma(n + 1/2, B), and the count of w weeks
/// the negative binomial distribution with r = n + 1/2 and p = B / (B + w) (Gelman and others, Bayesian Data Analysis, 2.6).
/// </summary>
/// <remarks>
/// The tail decides points, so it is added up term by term from operations that give the same bits on every machine, rather than by
/// an incomplete beta function that goes through the platform's logarithm.
/// </remarks>
internal static class GammaPoisson
{
    /// <summary>The largest count that is judged.</summary>
    public const int MaxCount = 10_000;

    private const double Log10Of2 = 0.301029995663981195213738894724;
    private const double Negligible = 1e-17;
    private const double Large = 1e200;
    private const int MaxTerms = 1_000_000;

    /// <summary>
    /// -log10 of the probability of a count at least as high (<paramref name="sign"/> +1) or as low (-1); 0 when the count is on
    /// the other side of the expected one.
    /// </summary>
    /// <param name="past">Events in the past weeks, 0 or more; need not be whole.</param>
    /// <param name="pastWeeks">How many weeks those were, above 0.</param>
    /// <param name="count">Events in the weeks that are judged, 0 to <see cref="MaxCount"/>.</param>
    /// <param name="weeks">How many weeks those were, above 0.</param>
    /// <param name="sign">Which tail.</param>
    public static double Nines(double past, int pastWeeks, long count, int weeks, int sign)
    {
        var r = past + 0.5;
        var p = (double)pastWeeks / (pastWeeks + weeks);
        var q = (double)weeks / (pastWeeks + weeks);
        var expected = r * weeks / pastWeeks;
        if (sign > 0 ? count <= expected : count >= expected) return 0;
        var relative = sign > 0 ? SumUpwards(r, q, count) : SumDownwards(r, q, count);
        var log2 = r * ExactMath.Log2(p) + count * ExactMath.Log2(q) + Log2Ways(r, count) + ExactMath.Log2(relative);
        return Math.Max(0, -log2 * Log10Of2);
    }

    /// <summary>log2 of Γ(r + count) / (Γ(r) count!).</summary>
    private static double Log2Ways(double r, long count)
    {
        var (log2, product) = (0.0, 1.0);
        for (var k = 0; k < count; k++)
        {
            product *= (r + k) / (k + 1);
            if (product is < Large and > 1 / Large) continue;
            log2 += ExactMath.Log2(product);
            product = 1;
        }
        return log2 + ExactMath.Log2(product);
    }

    /// <summary>The sum of the probabilities from a count upwards, relative to that of the count.</summary>
    private static double SumUpwards(double r, double q, long count)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = count; k < count + MaxTerms && term > sum * Negligible; k++)
        {
            term *= (r + k) / (k + 1) * q;
            sum += term;
        }
        return sum;
    }

    /// <summary>The sum of the probabilities from a count downwards, relative to that of the count.</summary>
    private static double SumDownwards(double r, double q, long count)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = count; k > 0 && term > sum * Negligible; k--)
        {
            term *= k / ((r + k - 1) * q);
            sum += term;
        }
        return sum;
    }
}
