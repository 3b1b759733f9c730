namespace SocialLeads.Bench.Traffic;

/// <summary>Draws numbers from 0 to count − 1, number k in proportion to 1 / (k + 1)^exponent.</summary>
internal sealed class Zipf
{
    private readonly double[] _upTo;

    public Zipf(int count, double exponent)
    {
        _upTo = new double[count];
        var sum = 0.0;
        for (var k = 0; k < count; k++) _upTo[k] = sum += Math.Pow(k + 1, -exponent);
        for (var k = 0; k < count; k++) _upTo[k] /= sum;
    }

    public int Draw(ref Dice dice)
    {
        var place = Array.BinarySearch(_upTo, dice.Unit());
        return Math.Min(place < 0 ? ~place : place + 1, _upTo.Length - 1);
    }
}
