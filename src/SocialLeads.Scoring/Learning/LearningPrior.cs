namespace SocialLeads.Scoring.Learning;

/// <summary>What is believed before there is an outcome: learning begins there, and leaves it as far as the outcomes say so.</summary>
/// <param name="Intercept">In log-odds.</param>
/// <param name="Shapes">By name of a column of numbers: the log-odds of a value. What is not named begins with 0.</param>
public sealed record LearningPrior(double Intercept, IReadOnlyDictionary<string, Func<double, double>> Shapes);
