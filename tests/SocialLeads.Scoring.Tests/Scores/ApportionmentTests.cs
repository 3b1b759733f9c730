using FsCheck.Fluent;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Tests.Scores;

public class ApportionmentTests
{
    [Fact]
    public void The_largest_remainders_get_what_is_left() =>
        // Quotas 3.75, 3.75, 2.5 of 10 leave two: one for each of the larger remainders.
        Assert.Equal([4, 4, 2], Apportionment.Share(10, [3, 3, 2]));

    [Fact]
    public void The_first_among_equals_is_served_first() =>
        Assert.Equal([34, 33, 33], Apportionment.Share(100, [7, 7, 7]));

    [Fact]
    public void Shares_add_up_and_are_off_by_less_than_one() =>
        Laws.Holds(
            Prop.ForAll(
                Gen.Choose(0, 1_000_000_000).ToArbitrary(),
                Gen.Choose(1, int.MaxValue).NonEmptyListOf().ToArbitrary(),
                Gen.Choose(0, 80).ToArbitrary(),
                (whole, parts, scale) =>
                {
                    Int128[] scaled = [.. parts.Select(part => (Int128)part << scale)];
                    var shares = Apportionment.Share(whole, scaled);
                    var sum = parts.Sum(part => (decimal)part);
                    return shares.Sum() == whole
                        && shares.Zip(parts).All(pair => Math.Abs(pair.First - whole * (pair.Second / sum)) < 1.000001m);
                }),
            cases: 500);
}
