using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Tests.Patterns;

/// <summary>
/// Days of use of a simulated member. Counts of a day are Poisson; with a dispersion d above 1 the rate of each week is Gamma
/// distributed, so that the variance of weekly counts is d times their mean. The same seed gives the same days.
/// </summary>
internal sealed class SimulatedUse(int seed, double dispersion)
{
    private readonly Random _random = new(seed);

    /// <summary>Counts by day, at a weekly rate that is multiplied from a day on.</summary>
    public long[] Days(int count, double weeklyRate, int changeDay = int.MaxValue, double factor = 1)
    {
        var days = new long[count];
        var burst = 1.0;
        for (var day = 0; day < count; day++)
        {
            var rate = weeklyRate * (day >= changeDay ? factor : 1);
            if (day % 7 == 0) burst = dispersion > 1 ? Gamma(rate / (dispersion - 1)) * (dispersion - 1) / rate : 1;
            days[day] = Poisson(rate * burst / 7);
        }
        return days;
    }

    /// <summary>By multiplying uniform numbers (Knuth, The Art of Computer Programming, 3.4.1).</summary>
    private long Poisson(double mean)
    {
        const double Log2OfE = 1.4426950408889634;
        var limit = ExactMath.Exp2(-mean * Log2OfE);
        var count = 0L;
        for (var product = _random.NextDouble(); product > limit; product *= _random.NextDouble()) count++;
        return count;
    }

    /// <summary>By Marsaglia and Tsang's method (2000); below a shape of 1 by a power of a uniform number.</summary>
    private double Gamma(double shape)
    {
        if (shape < 1) return Gamma(shape + 1) * ExactMath.Exp2(ExactMath.Log2(1 - _random.NextDouble()) / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + c * x;
            if (v <= 0) continue;
            v = v * v * v;
            var u = 1 - _random.NextDouble();
            if (Ln(u) < 0.5 * x * x + d - d * v + d * Ln(v)) return d * v;
        }
    }

    /// <summary>By Marsaglia's polar method.</summary>
    private double Normal()
    {
        while (true)
        {
            var (x, y) = (2 * _random.NextDouble() - 1, 2 * _random.NextDouble() - 1);
            var s = x * x + y * y;
            if (s is > 0 and < 1) return x * Math.Sqrt(-2 * Ln(s) / s);
        }
    }

    private static double Ln(double x) => ExactMath.Log2(x) * 0.6931471805599453;
}
