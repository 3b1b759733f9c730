using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Where a version of a model is in its life, in words.</summary>
internal static class ModelWords
{
    public static string StateOf(Model model) => model.State switch
    {
        ModelState.Draft => "draft",
        ModelState.Published => "published",
        ModelState.Retired => "retired",
        _ => "none",
    };

    /// <summary>The state, and what readers get of it.</summary>
    public static string StateLine(Model model) =>
        StateOf(model)
        + (model.Pack ? ", pack" : "")
        // Every document that can be read has a signal.
        + (model.Signals.Count == 0 ? ", document not readable: scores nobody" : "")
        + (model is { State: ModelState.Draft, TryTime: not null } ? ", tried" : "")
        + (model is { State: ModelState.Published, Pack: false, ReadyTime: null } ? ", being scored" : "")
        + (model is { State: ModelState.Published, FiltersUncounted: true } ? ", texts not counted" : "")
        + FiltersOf(model)
        + (model.DefaultVersion ? ", default" : "");

    /// <summary>How far what its filters match is counted, from its comma on; empty if it has none that are counted, or nothing needs saying.</summary>
    private static string FiltersOf(Model model) => model.FilterCounts switch
    {
        null or { Complete: true, CompleteFrom: "" } => "",
        { Complete: true } counts => $", texts since {counts.CompleteFrom}",
        var counts => string.Create(CultureInfo.InvariantCulture, $", {Math.Floor(100 * ShareOf(counts))} % of texts counted"),
    };

    /// <summary>The part of the log that is counted, 0 to 1.</summary>
    public static double ShareOf(FilterCounts counts) => counts.EntriesTotal == 0 ? 0 : (double)counts.EntriesCounted / counts.EntriesTotal;

    /// <summary>Everything that is recorded of it.</summary>
    public static string LifeOf(Model model)
    {
        var life = new List<string> { StateLine(model) };
        Add("stored", model.CreateTime);
        Add("tried", model.TryTime);
        if (model.State == ModelState.Published) Add("published", model.ChangeTime);
        Add("ready", model.ReadyTime);
        if (model.State == ModelState.Retired) Add("retired", model.ChangeTime);
        if (model.FilterCounts is { Complete: true, CompleteFrom: var from }) life.Add(from.Length == 0 ? "texts counted from the beginning" : $"texts counted of what arrived from {from} on");
        if (model.Author.Length > 0) life.Add(Printable.Of($"by {model.Author}: {model.Reason.Trim().ReplaceLineEndings(" ")}"));
        return string.Join("; ", life);

        void Add(string what, Timestamp? time)
        {
            if (time is not null) life.Add($"{what} {time.ToDateTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}");
        }
    }
}
