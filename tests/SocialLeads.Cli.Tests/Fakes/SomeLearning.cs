using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Fakes;

/// <summary>A learned model with two signals, and a warning whose text means harm.</summary>
internal static class SomeLearning
{
    public const string Document = """
        model: learned
        version: 1
        title: Learned
        curve: logistic
        intercept: -1.5
        signals:
        - { signal: forwards, title: Forwards, why: W, kinds: [content_forward], measure: count, steps: [{ from: 1, points: 0.8 }, { from: 3, points: 2.25 }] }
        - { signal: balance, title: Balance, why: W, kinds: [post], measure: value, steps: [{ from: -1000000000, points: -0.4 }, { from: -2, points: 0 }] }

        """;

    public static LearnReport Create() => new()
    {
        Model = "learned",
        FromModel = "corporate-community",
        FromVersion = 2,
        Document = Document,
        Positives = 1_050,
        Negatives = 2_000,
        LeftOut = 3,
        HeldOut = new HeldOutReport
        {
            FirstDay = "2026-03-01",
            Positives = 200,
            Negatives = 410,
            Learned = new HeldOutModel { Figures = Figures(0.9), Reliability = { Part(0.1, 0.12), Part(0.8, 0.75) } },
            From = new HeldOutModel { Figures = Figures(0.75), Reliability = { Part(0.3, 0.31) } },
            Gained = Figures(0.15),
        },
        Warnings = { new LearnWarning { Reason = LearnWarningReason.SignalIsNew, Text = "<b>balance</b> is new\u001b[2J" } },
    };

    private static HeldOutFigures Figures(double value) => new()
    {
        Auc = Figure(value),
        AveragePrecision = Figure(value - 0.01),
        Brier = Figure(value - 0.7),
        LiftAt5Percent = Figure(value + 2),
    };

    private static ReliabilityPoint Part(double said, double happened) => new() { MeanProbability = said, PositiveFraction = Figure(happened), Rows = 1_220 };

    private static Estimate Figure(double value) => new() { Value = value, Low = value - 0.05, High = value + 0.05 };
}
