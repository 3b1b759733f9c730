using SocialLeads.Scoring.Accuracy;
using SocialLeads.Scoring.Evaluation;

namespace SocialLeads.Cli.Evaluate;

/// <summary>How well rankings found those to whom something happened.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Within">Days of the horizon.</param>
/// <param name="Days">The days, earliest first.</param>
/// <param name="Rankings">The rankings, in the order they were asked for.</param>
/// <param name="Differences">Each model against everything after it.</param>
/// <param name="Draws">Draws of each interval.</param>
/// <param name="Notes">What one should know to read the figures.</param>
internal sealed record EvaluationReport(
    string Question,
    int Within,
    IReadOnlyList<EvaluatedDay> Days,
    IReadOnlyList<EvaluatedRanking> Rankings,
    IReadOnlyList<RankingDifference> Differences,
    int Draws,
    IReadOnlyList<string> Notes);

/// <summary>A day in numbers; see <see cref="DayTable"/>.</summary>
internal sealed record EvaluatedDay(DateOnly Day, int Members, int Positives, int LeftOut, int NotSeen);

/// <summary>A ranking in figures.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsModel">Whether it is a model of the server.</param>
/// <param name="Accuracy">How well it found them.</param>
internal sealed record EvaluatedRanking(string Name, bool IsModel, RankingAccuracy Accuracy)
{
    public IReadOnlyDictionary<string, Estimate> Figures => Accuracy.Figures;

    public IReadOnlyList<ReliabilityPoint> Reliability => Accuracy.Reliability;

    public IReadOnlyList<ReliabilityPoint> ReliabilityOfScore => Accuracy.ReliabilityOfScore;

    public IReadOnlyList<Gain> Gains => Accuracy.Gains;
}

/// <summary>By how much the figures of one ranking are above those of another.</summary>
internal sealed record RankingDifference(string First, string Second, IReadOnlyDictionary<string, Estimate> Figures);
