using MathNet.Numerics.Distributions;
using SocialLeads.Scoring.Patterns;

namespace SocialLeads.Scoring.Tests.Patterns;

/// <summary>The tail against figures worked out by hand and against an independent implementation.</summary>
public class GammaPoissonTests
{
    [Fact]
    public void Figures_by_hand()
    {
        // Nothing in 12 weeks, then one event in 2: P(X >= 1) = 1 - p^(1/2), p = 12/14.
        Assert.Equal(-Math.Log10(1 - Math.Sqrt(12.0 / 14)), GammaPoisson.Nines(0, 12, 1, 2, +1), 1e-12);
        // P(X >= 2) = 1 - p^(1/2) (1 + q / 2), q = 2/14.
        Assert.Equal(-Math.Log10(1 - Math.Sqrt(12.0 / 14) * (1 + 1.0 / 14)), GammaPoisson.Nines(0, 12, 2, 2, +1), 1e-12);
        // 24 in 12 weeks, then none in 2: P(X <= 0) = p^24.5.
        Assert.Equal(-24.5 * Math.Log10(12.0 / 14), GammaPoisson.Nines(24, 12, 0, 2, -1), 1e-12);
        // Added up term by term by an independent program: 300 in 4 weeks, then 20 in 1.
        Assert.Equal(11.502206898, GammaPoisson.Nines(300, 4, 20, 1, -1), 1e-8);
    }

    [Fact]
    public void It_agrees_with_the_negative_binomial_distribution_of_MathNet()
    {
        foreach (var past in (double[])[0, 1, 7, 24.75, 300, 5_000])
        {
            foreach (var (pastWeeks, weeks) in ((int, int)[])[(4, 1), (12, 2), (48, 8)])
            {
                var reference = new NegativeBinomial(past + 0.5, (double)pastWeeks / (pastWeeks + weeks));
                foreach (var count in (int[])[0, 1, 2, 5, 20, 90, 700])
                {
                    var lower = reference.CumulativeDistribution(count);
                    var upper = count == 0 ? 1 : 1 - reference.CumulativeDistribution(count - 1);
                    // The reference finds both tails as a difference from 1, which keeps no digits of small ones.
                    if (count > reference.Mean && upper > 1e-6)
                        Agree(upper, GammaPoisson.Nines(past, pastWeeks, count, weeks, +1), $"{past} {pastWeeks} {weeks} {count} +");
                    if (count < reference.Mean && lower > 1e-6)
                        Agree(lower, GammaPoisson.Nines(past, pastWeeks, count, weeks, -1), $"{past} {pastWeeks} {weeks} {count} -");
                }
            }
        }
    }

    [Fact]
    public void More_of_it_is_never_more_likely()
    {
        foreach (var past in (double[])[0, 3.5, 80, 10_000])
        {
            var before = 0.0;
            for (var count = 0; count <= GammaPoisson.MaxCount; count += count < 50 ? 1 : 97)
            {
                var nines = GammaPoisson.Nines(past, 12, count, 2, +1);
                Assert.True(double.IsFinite(nines) && nines >= before - 1e-9, $"{past} {count}: {nines} after {before}");
                before = nines;
            }
        }
    }

    [Fact]
    public void On_the_other_side_of_what_is_expected_there_is_nothing()
    {
        Assert.Equal(0, GammaPoisson.Nines(24, 12, 4, 2, +1));
        Assert.Equal(0, GammaPoisson.Nines(24, 12, 5, 2, -1));
    }

    private static void Agree(double tail, double nines, string which) =>
        Assert.True(Math.Abs(nines / -Math.Log10(tail) - 1) < 1e-6, $"{which}: {nines:R}, not {-Math.Log10(tail):R}");
}
