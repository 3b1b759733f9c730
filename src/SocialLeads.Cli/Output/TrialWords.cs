using System.Globalization;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>The figures of a trial as people read them.</summary>
internal static class TrialWords
{
    public static string TitleOf(TrialReport report) => Printable.Of($"{DraftOf(report)} beside {AgainstOf(report)}");

    public static string DraftOf(TrialReport report) => $"{report.Model}{(report.Version > 0 ? $"@{report.Version}" : " (document)")}";

    public static string AgainstOf(TrialReport report) => $"{report.AgainstModel}@{report.AgainstVersion}";

    /// <summary>Why there are no figures of accuracy.</summary>
    public static IEnumerable<string> NoAccuracyOf(TrialAccuracy? accuracy) => accuracy is not { FoundMembers: > 0 }
        ? ["Who of those ranked high was qualified or won is not known: no such outcome is recorded ('socialleads outcomes import FILE')."]
        : ["Who of those ranked high was qualified or won is recorded, but on no day of this trial is there anything to tell apart:", .. GapsOf(accuracy)];

    /// <summary>The days that have no part in the figures of accuracy, and why.</summary>
    public static IEnumerable<string> GapsOf(TrialAccuracy accuracy) => accuracy.Days
        .Where(day => day.Gap != AccuracyGap.Unspecified)
        .Select(day => $"left out: as of {day.AsOf} " + day.Gap switch
        {
            AccuracyGap.NotOver => $"the {accuracy.WithinDays} days that follow are not over",
            AccuracyGap.NobodyFound => $"none of {Figures.Count(day.Members)} members has a positive outcome ahead",
            AccuracyGap.EverybodyFound => $"all {Figures.Count(day.Members)} members have a positive outcome ahead",
            AccuracyGap.TooManyMembers => $"there are {Figures.Count(day.Members)} members, with those of the days before more than are evaluated",
            _ => "for a reason that this version of socialleads does not know",
        });

    public static string TopOf(TrialDay day) => string.Create(CultureInfo.InvariantCulture,
        $"top 5 % ({day.TopPlaces:N0} places): {day.Entering:N0} enter, {day.Leaving:N0} leave, {day.Staying:N0} stay");

    /// <summary>Why a top has fewer members than places, a line for each model of which that is so; without it counts do not seem to add up.</summary>
    public static IEnumerable<string> EmptyPlacesOf(TrialReport report, TrialDay day)
    {
        foreach (var (model, members) in ((string, long)[])[(DraftOf(report), day.Staying + day.Entering), (AgainstOf(report), day.Staying + day.Leaving)])
        {
            var empty = day.TopPlaces - members;
            if (empty > 0)
                yield return Printable.Of($"{model} leaves {Figures.Count(empty)} place{(empty == 1 ? "" : "s")} of its top empty: at its edge stand more members with equal points than have room");
        }
    }

    public static string OrderOf(TrialDay day) =>
        $"Kendall's tau-b {Correlation(day.HasKendallTauB, day.KendallTauB)}   Spearman's rho {Correlation(day.HasSpearman, day.Spearman)}";

    public static string MovesOf(TrialDay day) => string.Create(CultureInfo.InvariantCulture,
        $"a member moves by {day.MeanMove:0.00} % of all places on average; half by at most {day.MedianMove:0.00} %, 95 in 100 by at most {day.LargeMove:0.00} %");

    public static string Move(double move) => move.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>The range of a bin, such as <c>+5 … +10 %</c>.</summary>
    public static string RangeOf(MoveBin bin) =>
        double.IsInfinity(bin.Low) ? $"below {Edge(bin.High)} %"
        : double.IsInfinity(bin.High) ? $"{Edge(bin.Low)} % and more"
        : $"{Edge(bin.Low)} … {Edge(bin.High)} %";

    /// <summary>Said wherever accuracy is shown: a model that has seen the answers knows them.</summary>
    public const string OwnOutcomes =
        "A model that was learned from these outcomes looks better here than it is: 'models learn' says how good it is on others.";

    /// <summary>The signals that moved a member, such as <c>visits +3.000, posts -1.000</c>.</summary>
    public static string WhyOf(TrialMove move, int most) => move is { Signals.Count: 0 } && Figures.Exact(move.Points) == Figures.Exact(move.AgainstPoints)
        ? "others alone; own points are the same"
        : string.Join(", ", move.Signals.Take(most).Select(signal =>
            $"{Figures.Words(signal.Signal)} {Figures.SignedPoints(Figures.Exact(signal.Points) - Figures.Exact(signal.AgainstPoints))}"));

    private static string Correlation(bool isSet, double value) => isSet ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "none";

    private static string Edge(double edge) => edge.ToString("+0.#;-0.#;0", CultureInfo.InvariantCulture);
}
