namespace SocialLeads.Scoring.Learning;

/// <summary>A straight line fitted to sums over bins at known places, by weighted least squares with a ridge penalty.</summary>
/// <param name="Middle">The weighted mean place.</param>
/// <param name="Level">Its value there.</param>
/// <param name="Slope">By how much it rises from one place to the next whole one.</param>
/// <param name="Gain">As <see cref="CellSum.Gain"/>.</param>
internal readonly record struct Line(double Middle, double Level, double Slope, double Gain)
{
    public double At(double place) => Level + Slope * (place - Middle);

    /// <param name="sums">For each bin, what is left to explain.</param>
    /// <param name="places">The place of each bin.</param>
    /// <param name="total">The sum over all bins.</param>
    /// <param name="penalty">The ridge penalty, with places measured in their standard deviation.</param>
    public static Line Through(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> places, CellSum total, double penalty)
    {
        if (total.Weight <= 0) return default;
        var middle = 0.0;
        for (var i = 0; i < sums.Length; i++) middle += sums[i].Weight * places[i];
        middle /= total.Weight;
        double moment = 0, spread = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            var distance = places[i] - middle;
            moment += sums[i].Gradient * distance;
            spread += sums[i].Weight * distance * distance;
        }
        var level = total.Step(penalty);
        if (spread <= 0) return new(middle, level, 0, total.Gain(penalty));
        // A ridge of `penalty` per unit of variance: the same for places measured in metres and in miles.
        var ridged = spread * (1 + penalty / total.Weight);
        return new(middle, level, moment / ridged, total.Gain(penalty) + moment * moment / ridged);
    }
}
