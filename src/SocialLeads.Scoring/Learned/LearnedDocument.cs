using System.Globalization;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Learned;

/// <summary>
/// Writes what was learned as a model document. A signal is measured as the base model says; steps stand in the place of its weight,
/// transform and cap. Groups, stages and the weights of dimensions are left out: they are in the base model's points, not in log-odds.
/// </summary>
internal sealed class LearnedDocument(ScoringModel model, LearnedPoints learned, IReadOnlyList<LearningExample> examples)
{
    /// <summary>Of the base model's signals, what does not go along.</summary>
    private static readonly string[] _dropped = ["signal", "title", "why", "weight", "transform", "cap", "group", "steps"];

    private readonly MapNode _base = YamlReader.Read(model.Document, []) as MapNode
        ?? throw new ArgumentException("The base model has no document.", nameof(model));

    /// <summary>The document, which is valid.</summary>
    /// <param name="id">The id of the new model.</param>
    /// <param name="title">Its title.</param>
    /// <exception cref="InvalidOperationException">It is not valid after all: the id or title is none, or points are beyond all bounds.</exception>
    public string Write(string id, string title)
    {
        var kept = Enumerable.Range(0, model.Signals.Length).Where(i => learned.Shapes[i] is not null).ToArray();
        var root = new List<KeyValuePair<string, DocumentNode>>
        {
            new("model", Plain(id)),
            new("version", Plain("1")),
            new("title", Quoted(title)),
            new("description", Quoted(Description(kept))),
            new("curve", Plain("logistic")),
            new("intercept", Number(learned.Intercept.Thousandths)),
        };
        if (Filters(kept) is { Items.Count: > 0 } filters) root.Add(new("filters", filters));
        root.AddRange(_base.Entries.Where(entry => entry.Key == "company"));
        var signals = Items("signals").Items;
        root.Add(new("signals", new ListNode([.. kept.Select(i => Signal(i, (MapNode)signals[i]))])));
        var yaml = YamlWriter.Write(new(root));
        if (ModelDocument.Parse(yaml).Violations is not [var violation, ..]) return yaml;
        throw new InvalidOperationException($"The learned document is not valid: {violation.Field} {violation.Description}");
    }

    private MapNode Signal(int place, MapNode from) => new(
    [
        new("signal", Plain(model.Signals[place].Id)),
        new("title", Quoted(model.Signals[place].Title)),
        new("why", Quoted(Why(place))),
        .. from.Entries.Where(entry => !_dropped.Contains(entry.Key)),
        new("steps", new ListNode([.. learned.Shapes[place]!.Steps.Select(step => new MapNode(
        [
            new("from", Number(step.FromThousandths)), new("points", Number(step.PointsThousandths)),
        ]))])),
    ]);

    /// <summary>The filters that a signal counts by.</summary>
    private ListNode Filters(int[] kept)
    {
        var used = kept.Select(i => model.Signals[i].Filter?.Id).ToHashSet();
        return new([.. Items("filters").Items.Where((_, i) => used.Contains(model.Filters[i].Id))]);
    }

    private ListNode Items(string key) => _base.Entries.FirstOrDefault(entry => entry.Key == key).Value as ListNode ?? new([]);

    private string Description(int[] kept)
    {
        var positives = examples.Count(example => example.Verdict.IsPositive);
        var told = string.Create(CultureInfo.InvariantCulture,
            $"The score is the probability, in percent, that one of those whom the team judges is worth it. Learned from {examples.Count:N0} members with outcomes, {positives:N0} of them positive, from {Day(examples.Min(one => one.Verdict.Day))} to {Day(examples.Max(one => one.Verdict.Day))}, by what the signals of {model.Id} measured on the day before.");
        var silent = model.Signals.Where((_, i) => !kept.Contains(i)).Select(signal => signal.Id).ToArray();
        return silent.Length == 0 ? told : $"{told} Left out, since they told nothing: {string.Join(", ", silent)}.";
    }

    private string Why(int place)
    {
        var shape = learned.Shapes[place]!;
        var some = examples.Count(example => example.Totals[place] != 0);
        var (least, most) = (examples.Min(example => example.Totals[place]), examples.Max(example => example.Totals[place]));
        var (takes, adds) = (Math.Min(0, shape.Steps.Min(step => step.PointsThousandths)), Math.Max(0, shape.Steps.Max(step => step.PointsThousandths)));
        return $"Learned: of {Count(examples.Count)} members {Count(some)} had some of it on the day before their outcome; it was from {Text(least)} to {Text(most)}. "
            + $"Against a member without, it changes the log-odds by {Text(takes)} to {Text(adds)}. It is measured as in {model.Id}.";
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Text(long thousandths) => (thousandths / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Day(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ScalarNode Number(long thousandths) => Plain(Text(thousandths));

    private static ScalarNode Plain(string text) => new(text, Plain: true);

    private static ScalarNode Quoted(string text) => new(text, Plain: false);
}
