using SocialLeads.Scoring.Numerics;

namespace SocialLeads.Scoring.Tests.Numerics;

/// <summary>Against the platform's functions, which are good to the last digit or so.</summary>
public class ExactMathTests
{
    [Fact]
    public void Log2_is_right_to_14_digits()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.37) AssertClose(Math.Log2(x), ExactMath.Log2(x));
        for (var x = 1.0; x < 3; x += 0.00137) AssertClose(Math.Log2(x), ExactMath.Log2(x));
        Assert.Equal(0, ExactMath.Log2(1));
        for (var e = -1000; e < 1000; e++) Assert.Equal(e, ExactMath.Log2(Math.ScaleB(1, e)));
    }

    [Fact]
    public void Many_logarithms_have_the_bits_of_each()
    {
        var values = new List<double> { 1, double.MaxValue, 2.2250738585072014e-308, Math.BitDecrement(1), Math.BitIncrement(1) };
        for (var x = 1e-300; x < 1e300; x *= 1.37) values.Add(x);
        for (var x = 1.0; x < 3; x += 0.00137) values.Add(x);
        for (var count = 0; count <= values.Count; count = count < 9 ? count + 1 : count * 2)
        {
            double[] logarithms = [.. values[..count]];
            ExactMath.Log2(logarithms.AsSpan());
            Assert.Equal(values[..count].Select(x => BitConverter.DoubleToInt64Bits(ExactMath.Log2(x))), logarithms.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Many_logarithms_refuse_what_has_none(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.Log2([1, 2, 3, 4, 5, x]));

    [Fact]
    public void Exp2_is_right_to_14_digits()
    {
        for (var x = -1000.0; x <= 1000; x += 0.137) AssertClose(Math.Pow(2, x), ExactMath.Exp2(x));
        for (var e = -1000; e <= 1000; e++) Assert.Equal(Math.ScaleB(1, e), ExactMath.Exp2(e));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.Epsilon)]
    public void Log2_refuses_what_has_none(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.Log2(x));

    [Theory]
    [InlineData(1000.1)]
    [InlineData(double.NaN)]
    public void Exp2_refuses_what_is_out_of_range(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => ExactMath.Exp2(x));

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-14 * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");
}
