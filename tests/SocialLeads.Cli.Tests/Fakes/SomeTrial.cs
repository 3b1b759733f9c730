using SocialLeads.Scoring.Evaluation;
using SocialLeads.V1;
using RankingAccuracy = SocialLeads.V1.RankingAccuracy;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>A trial of three members, one of whom has a name that means harm.</summary>
internal static class SomeTrial
{
    public const string Harmful = "<script>alert(1)</script>\u001b[2J";

    public static TrialReport Create() => new()
    {
        Model = "corporate-community",
        Version = 2,
        AgainstModel = "corporate-community",
        AgainstVersion = 1,
        Days =
        {
            new TrialDay
            {
                AsOf = "2018-09-02",
                Members = 1_200,
                TopPlaces = 60,
                Staying = 48,
                Entering = 12,
                Leaving = 11,
                KendallTauB = 0.8123,
                Spearman = 0.9345,
                MeanMove = 2.5,
                MedianMove = 1.25,
                LargeMove = 9.75,
                Moves =
                {
                    new MoveBin { Low = double.NegativeInfinity, High = -0.5, Members = 200 },
                    new MoveBin { Low = -0.5, High = 0.5, Members = 800 },
                    new MoveBin { Low = 0.5, High = double.PositiveInfinity, Members = 200 },
                },
                BestEntering = { Move("maria", 7, 130, +10.25, ("posts", 9.5, 2)) },
                BestLeaving =
                {
                    Move(Harmful, 90, 12, -6.5, ("visits", 1, 4.25)),
                    new TrialMove { Member = "overtaken", Place = 61, AgainstPlace = 55, Move = -0.5, Points = 12, AgainstPoints = 12, Score = 20, AgainstScore = 20 },
                },
                Movers = { Move("maria", 7, 130, +10.25, ("posts", 9.5, 2)), Move(Harmful, 90, 12, -6.5, ("visits", 1, 4.25)) },
            },
            new TrialDay { AsOf = "2018-08-03" },
        },
    };

    /// <summary>The same, with accuracy measured on its first day and not on its second.</summary>
    public static TrialReport WithAccuracy()
    {
        var report = Create();
        report.Accuracy = new TrialAccuracy
        {
            WithinDays = 60,
            FoundMembers = 90,
            Draws = 500,
            Days =
            {
                new AccuracyDay { AsOf = "2018-09-02", Members = 1_150, Positives = 40, LeftOut = 50, NotSeen = 3 },
                new AccuracyDay { AsOf = "2018-08-03", Members = 900, Gap = AccuracyGap.NobodyFound },
            },
            Draft = Accuracy(0.875),
            Against = Accuracy(0.75),
            Differences = { Figures(0.125) },
        };
        return report;
    }

    private static RankingAccuracy Accuracy(double value) => new()
    {
        Figures = { Figures(value) },
        Reliability = { new ReliabilityPoint { MeanProbability = 0.04, PositiveFraction = Estimate(value / 10), Rows = 1_150 } },
        ReliabilityOfScore = { new ReliabilityPoint { MeanProbability = 0.3, PositiveFraction = Estimate(value / 10), Rows = 1_150 } },
        Gains = { Enumerable.Range(1, 100).Select(half => half * 0.005) },
    };

    private static IEnumerable<AccuracyFigure> Figures(double value) =>
        EvaluationFigure.All.Select(figure => new AccuracyFigure { Figure = figure.Id, Estimate = Estimate(value) });

    private static Estimate Estimate(double value) => new() { Value = value, Low = value - 0.0625, High = value + 0.0625 };

    private static TrialMove Move(string member, long place, long against, double move, (string Signal, double Points, double Against) signal) => new()
    {
        Member = member,
        Place = place,
        AgainstPlace = against,
        Move = move,
        Points = 20,
        AgainstPoints = 10,
        Score = 30,
        AgainstScore = 20,
        Signals = { new SignalDifference { Signal = signal.Signal, Points = signal.Points, AgainstPoints = signal.Against } },
    };
}
