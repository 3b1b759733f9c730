using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

public sealed class LogisticRegressionTests
{
    private static readonly double[][] _rows =
        [[0, 3.5], [1, 0.25], [0.5, 2], [2, 1], [3, 0], [0, 4], [1.5, 2.5], [2.5, 0.5], [0.25, 3], [1, 1]];

    private static readonly bool[] _positive = [false, true, false, false, true, false, true, true, false, false];

    /// <summary>By scikit-learn 1.2.1: LogisticRegression(solver='newton-cg', tol=1e-14, max_iter=10000).fit(X, y).</summary>
    [Fact]
    public void It_agrees_with_scikit_learn()
    {
        var fitted = LogisticRegression.Fit(_rows, _positive);
        Assert.Equal(0.75919107989, fitted.Coefficients[0], 1e-9);
        Assert.Equal(-0.52504718940, fitted.Coefficients[1], 1e-9);
        Assert.Equal(-0.53671588465, fitted.Intercept, 1e-9);
        Assert.Equal(fitted.Coefficients[0] * 2 + fitted.Coefficients[1] * 3 + fitted.Intercept, fitted.Logit([2, 3]), 1e-12);
    }

    [Fact]
    public void A_strong_penalty_holds_the_coefficients_where_they_are_drawn_to()
    {
        var fitted = LogisticRegression.Fit(_rows, _positive, penalty: 1e9, towards: [0.5, -2]);
        Assert.Equal(0.5, fitted.Coefficients[0], 1e-6);
        Assert.Equal(-2, fitted.Coefficients[1], 1e-6);
    }

    [Fact]
    public void What_divides_the_outcomes_wholly_gives_finite_coefficients()
    {
        var fitted = LogisticRegression.Fit([[0], [1], [2], [3]], [false, false, true, true]);
        Assert.True(double.IsFinite(fitted.Coefficients[0]) && fitted.Coefficients[0] > 0);
    }

    [Fact]
    public void Rows_of_different_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1], [1, 2]], [true, false]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([[1]], [true, false]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([[1], [2]], [true, false], penalty: 0));
    }
}
