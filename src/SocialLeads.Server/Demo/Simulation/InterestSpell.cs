namespace SocialLeads.Server.Demo.Simulation;

/// <summary>A time in which a member looks at the product in earnest, or nearly so.</summary>
/// <param name="FirstDay">The day it begins, counted from the simulation's first day, which is 0.</param>
/// <param name="LastDay">The last day of it, not before <paramref name="FirstDay"/>.</param>
/// <param name="Strength">How many of the visits it fills at its height, in thousandths.</param>
internal sealed record InterestSpell(int FirstDay, int LastDay, int Strength)
{
    private const int AtFirst = 400;

    /// <summary>
    /// How many of the visits of a day are in a shopping mood, in thousandths: it rises evenly from four tenths of the
    /// strength on the first day to all of it halfway through.
    /// </summary>
    public int On(int day)
    {
        if (day < FirstDay || day > LastDay)
            return 0;

        var half = (LastDay - FirstDay + 2) / 2;
        var risen = AtFirst + ((1000 - AtFirst) * Math.Min(day - FirstDay, half) / half);
        return Strength * risen / 1000;
    }
}
