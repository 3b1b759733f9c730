using FsCheck.Fluent;
using SocialLeads.Scoring.Accuracy;

namespace SocialLeads.Scoring.Tests.Accuracy;

public sealed class StratifiedFoldsTests
{
    [Fact]
    public void Folds_differ_by_at_most_one_row_and_one_positive() =>
        Laws.Holds(Prop.ForAll(
            Gen.Elements(true, false, false).ArrayOf().ToArbitrary(), Gen.Choose(2, 10).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(),
            (positive, folds, seed) =>
            {
                var assigned = StratifiedFolds.Assign(positive, folds, (ulong)seed);
                int[] Sizes(Func<int, bool> which) =>
                    [.. Enumerable.Range(0, folds).Select(fold => Enumerable.Range(0, assigned.Length).Count(row => assigned[row] == fold && which(row)))];
                bool Even(int[] sizes) => sizes.Max() - sizes.Min() <= 1;
                return Even(Sizes(_ => true)) && Even(Sizes(row => positive[row])) && Even(Sizes(row => !positive[row]));
            }));

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        var positive = Enumerable.Range(0, 40).Select(row => row % 3 == 0).ToArray();
        Assert.Equal(StratifiedFolds.Assign(positive, 5, 1), StratifiedFolds.Assign(positive, 5, 1));
        Assert.NotEqual(StratifiedFolds.Assign(positive, 5, 1), StratifiedFolds.Assign(positive, 5, 2));
    }

    /// <summary>Frozen: a change of the generator changes every figure that was ever printed with a seed.</summary>
    [Fact]
    public void Folds_of_a_seed_stay_what_they_are() => Assert.Equal(
        "1 2 0 1 2 0 1 0",
        string.Join(' ', StratifiedFolds.Assign([true, false, true, false, true, false, false, false], 3, 42)));
}
