namespace SocialLeads.Scoring.Scores;

/// <summary>
/// Shares out a whole number in proportion to parts, so that the shares add up to it exactly: each part has its quota
/// rounded down, and what is left goes to the largest remainders (Hamilton's method), the first among equals.
/// </summary>
internal static class Apportionment
{
    private const int MostBits = 96;

    /// <summary>Shares out.</summary>
    /// <param name="whole">0 to 2^30.</param>
    /// <param name="parts">Each above 0; their sum is below 2^127.</param>
    /// <returns>A share for each part, in their order.</returns>
    public static long[] Share(long whole, ReadOnlySpan<Int128> parts)
    {
        var shift = 0;
        while (Sum(parts, shift) >> MostBits != 0) shift++;
        var sum = Sum(parts, shift);
        var shares = new long[parts.Length];
        var remainders = new Int128[parts.Length];
        var order = new int[parts.Length];
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            var quota = whole * (parts[i] >> shift);
            shares[i] = (long)(quota / sum);
            remainders[i] = quota % sum;
            order[i] = i;
            left -= shares[i];
        }
        Array.Sort(order, (x, y) => remainders[y].CompareTo(remainders[x]) is not 0 and var sign ? sign : x.CompareTo(y));
        for (var i = 0; i < left; i++) shares[order[i]]++;
        return shares;
    }

    private static Int128 Sum(ReadOnlySpan<Int128> parts, int shift)
    {
        Int128 sum = 0;
        foreach (var part in parts) sum += part >> shift;
        return sum;
    }
}
