namespace SocialLeads.Scoring.Learning;

/// <summary>A cut across cells in order, with a constant on either side of it.</summary>
/// <param name="Cut">The first cell behind it; 0 for none.</param>
/// <param name="Gain">As <see cref="CellSum.Gain"/>, of both sides together; negative infinity for none.</param>
internal readonly record struct Threshold(int Cut, double Gain)
{
    /// <summary>The cut that gains most, the first among equals.</summary>
    /// <param name="sums">The cells.</param>
    /// <param name="total">Their sum.</param>
    /// <param name="penalty">The ridge penalty on either side.</param>
    /// <param name="minWeight">The least weight of either side.</param>
    public static Threshold Best(ReadOnlySpan<CellSum> sums, CellSum total, double penalty, double minWeight)
    {
        var best = new Threshold(0, double.NegativeInfinity);
        var left = default(CellSum);
        for (var cut = 1; cut < sums.Length; cut++)
        {
            left += sums[cut - 1];
            var right = total - left;
            if (left.Weight < minWeight || right.Weight < minWeight) continue;
            var gain = left.Gain(penalty) + right.Gain(penalty);
            if (gain > best.Gain) best = new(cut, gain);
        }
        return best;
    }
}
