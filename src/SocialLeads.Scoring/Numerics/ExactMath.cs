using System.Runtime.Intrinsics;

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
    /// Replaces each number by its binary logarithm, with the same bits as <see cref="Log2(double)"/>: the same operations in the same order,
    /// on four numbers at a time, which takes hardly longer than one.
    /// </summary>
    public static void Log2(Span<double> values)
    {
        Span<double> four = stackalloc double[Vector256<double>.Count];
        for (; values.Length > 0; values = values[Math.Min(four.Length, values.Length)..])
        {
            var some = values[..Math.Min(four.Length, values.Length)];
            foreach (var x in some)
            {
                if (!double.IsNormal(x) || x < 0) throw new ArgumentOutOfRangeException(nameof(values), x, "Not a normal positive number.");
            }

            four.Fill(1);
            some.CopyTo(four);
            Log2(Vector256.Create<double>(four)).CopyTo(four);
            four[..some.Length].CopyTo(some);
        }
    }

    private static Vector256<double> Log2(Vector256<double> x)
    {
        var bits = x.AsInt64();
        var exponent = Vector256.ShiftRightLogical(bits, 52) - Vector256.Create(1022L);
        var m = ((bits & Vector256.Create(~ExponentBits)) | Vector256.Create(1022L << 52)).AsDouble();
        var isSmall = Vector256.LessThan(m, Vector256.Create(SqrtHalf));
        m = Vector256.ConditionalSelect(isSmall, m * 2, m);
        // What holds is all ones, which is -1.
        exponent += isSmall.AsInt64();
        var s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        var square = s * s;
        var sum = Vector256<double>.Zero;
        for (var k = Terms - 1; k >= 0; k--) sum = sum * square + Vector256.Create(_oddReciprocals[k]);
        return Vector256.ConvertToDouble(exponent) + s * 2 * sum / Vector256.Create(Ln2);
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
