using FsCheck.Fluent;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

public sealed class LogisticTests
{
    private static readonly FsCheck.Arbitrary<int> _thousandths = Gen.Choose(-40_000, 40_000).ToArbitrary();

    [Fact]
    public void It_is_the_logistic_function() => Laws.Holds(Prop.ForAll(_thousandths, thousandths =>
    {
        var logit = Math.Clamp(thousandths / 1000.0, -Logistic.MaxLogit, Logistic.MaxLogit);
        var expected = 1 / (1 + Math.Exp(-logit));
        return Math.Abs(Logistic.Probability(thousandths / 1000.0) - expected) <= 1e-13 * expected;
    }), cases: 2000);

    [Fact]
    public void The_loss_is_that_of_the_probability() => Laws.Holds(Prop.ForAll(_thousandths, thousandths =>
    {
        var logit = Math.Clamp(thousandths / 1000.0, -30, 30);
        return Math.Abs(Logistic.Loss(logit, true) - Math.Log(1 + Math.Exp(-logit))) < 1e-13 * (1 + Math.Abs(logit))
            && Math.Abs(Logistic.Loss(logit, false) - Math.Log(1 + Math.Exp(logit))) < 1e-13 * (1 + Math.Abs(logit));
    }), cases: 2000);

    [Fact]
    public void A_probability_is_never_0_or_1()
    {
        foreach (var logit in (double[])[Logistic.MaxLogit, 1e9, double.MaxValue])
        {
            Assert.InRange(Logistic.Probability(logit), 0.5, Math.BitDecrement(1));
            Assert.InRange(Logistic.Probability(-logit), double.Epsilon, 0.5);
        }
    }

    [Fact]
    public void The_logit_turns_it_round() =>
        Assert.All([-20, -3.5, -0.001, 0, 0.7, 12], logit => Assert.Equal(logit, Logistic.Logit(Logistic.Probability(logit)), 1e-6));
}
