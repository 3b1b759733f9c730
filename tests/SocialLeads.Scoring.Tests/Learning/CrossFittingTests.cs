using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

public sealed class CrossFittingTests
{
    [Fact]
    public void It_makes_probabilities_of_a_score_that_exaggerates()
    {
        var truth = Truth.Draw(1, 5_000, 1, x => x[0] - 1);
        var exaggerated = truth.Logits.Select(logit => 3 * logit + 2).ToArray();
        var calibrated = CrossFitting.Calibrate(exaggerated, truth.Positive, [.. Enumerable.Range(0, 5_000)], 5, seed: 1);
        for (var row = 0; row < calibrated.Length; row++)
            Assert.Equal(Logistic.Probability(truth.Logits[row]), calibrated[row], 0.05);
    }

    /// <summary>The member is positive on another day all the same, so that the folds stay as they are.</summary>
    [Fact]
    public void A_members_own_rows_have_no_say_in_its_probability()
    {
        var members = Enumerable.Range(0, 100).SelectMany(member => new[] { member, member }).ToArray();
        var random = new Random(1);
        var logits = members.Select(_ => random.NextDouble()).ToArray();
        var positive = members.Select((member, row) => member % 4 == 0 && row % 2 == 0).ToArray();
        var before = CrossFitting.Calibrate(logits, positive, members, 5, seed: 1);
        positive[1] = true;
        var after = CrossFitting.Calibrate(logits, positive, members, 5, seed: 1);
        Assert.Equal(before[..2], after[..2]);
        Assert.Contains(Enumerable.Range(2, 198), row => before[row] != after[row]);
    }

    [Fact]
    public void One_positive_member_is_too_few() =>
        Assert.Throws<ArgumentException>(() => CrossFitting.Calibrate([1, 2, 3], [true, false, false], [0, 1, 2], 2, seed: 1));
}
