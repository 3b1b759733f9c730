namespace SocialLeads.Scoring.Numerics;

/// <summary>
/// Logarithm and power that give the same bits on every machine: they use only the operations that IEEE 754 defines
/// exactly (+ - * /) and bit patterns, in a fixed order. The runtime's own functions come from each platform's C library,
/// and differ in the last digit.
/// </summary>
internal static class ExactMath
{
    private const double Ln2 = 0.693147180559945309417232121458;
    private const double SqrtHalf = 0.707106781186547524400844362105;
    private const int Terms = 12;
    private const long ExponentBits = 0x7FF0_0000_0000_0000;

    /// <summary>1, 1/3, 1/5 and so on.</summary>
    private static readonly double[] _oddReciprocals = [.. Enumerable.Range(0, Terms).Select(static k => 1.0 / (2 * k + 1))];

    /// <summary>
    /// The binary logarithm of a finite x from 2^-1022 up, to 1e-14 relative, by the series
    /// ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1) (Abramowitz and Stegun, 4.1.27).
    /// </summary>
    public static double Log2(double x)
    {
        if (!double.IsNormal(x) || x < 0) throw new ArgumentOutOfRangeException(nameof(x), x, "Not a normal positive number.");
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1022;
        var m = BitConverter.Int64BitsToDouble((bits & ~ExponentBits) | (1022L << 52));
        if (m < SqrtHalf)
        {
            m *= 2;
            exponent--;
        }
        var s = (m - 1) / (m + 1);
        var square = s * s;
        var sum = 0.0;
        // |s| <= 0.172, so the first term left out, s^25/25, is below 2^-66 of the first.
        for (var k = Terms - 1; k >= 0; k--) sum = sum * square + _oddReciprocals[k];
        return exponent + 2 * s * sum / Ln2;
    }

    /// <summary>
    /// 2^x for x from -1000 to 1000, to 1e-14 relative, by the series of e^y (Abramowitz and Stegun, 4.2.1) for the
    /// fraction.
    /// </summary>
    public static double Exp2(double x)
    {
        if (!(x is >= -1000 and <= 1000)) throw new ArgumentOutOfRangeException(nameof(x), x, "Not from -1000 to 1000.");
        var whole = Math.Round(x, MidpointRounding.ToEven);
        var y = (x - whole) * Ln2;
        var sum = 1.0;
        // |y| <= 0.347, so the first term left out, y^16/16!, is below 2^-68.
        for (var n = 15; n >= 1; n--) sum = 1 + sum * y / n;
        return sum * BitConverter.Int64BitsToDouble(((long)whole + 1023) << 52);
    }
}
