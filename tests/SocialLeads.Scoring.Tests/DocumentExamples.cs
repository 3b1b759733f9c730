using System.Globalization;
using System.Text.RegularExpressions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Tests;

/// <summary>Reads the examples of docs/scoring.md: a model, activities and contributions, in three fenced blocks in a row.</summary>
internal static partial class DocumentExamples
{
    public static IEnumerable<DocumentExample> In(string text) => Blocks().Matches(text).Select(match => new DocumentExample(
        match.Groups["model"].Value,
        [.. match.Groups["activities"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(Activities)],
        match.Groups["contributions"].Value.TrimEnd('\n')));

    [GeneratedRegex("```yaml\n(?<model>[^`]*)```\n```activities\n(?<activities>[^`]*)```\n```contributions\n(?<contributions>[^`]*)```")]
    private static partial Regex Blocks();

    /// <summary><c>day DAYS-AGO: KIND [xTIMES] [FIELD=VALUE ...]</c>; a field that is none of an activity's is an attribute.</summary>
    private static IEnumerable<Activity> Activities(string line)
    {
        var parts = line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("day", parts[0]);
        var (activity, times) = (Build.Activity(parts[2], Number(parts[1])), 1);
        foreach (var part in parts[3..])
        {
            if (part.Split('=', 2) is [var field, var value]) activity = With(activity, field, value);
            else times = Number(part.TrimStart('x'));
        }
        return Enumerable.Repeat(activity, times);
    }

    private static Activity With(Activity activity, string field, string value) => field switch
    {
        "group" => activity with { Group = value },
        "tags" => activity with { Tags = [.. value.Split(',')] },
        "peer" => activity with { Peer = value },
        "role" => activity with { PeerRole = value },
        "domain" => activity with { EmailDomain = value },
        "seconds" => activity with { DurationMs = Number(value) * 1000L },
        "value" => activity with { ValueThousandths = (long)(decimal.Parse(value, CultureInfo.InvariantCulture) * 1000) },
        "text" => activity with { Text = value.Replace('_', ' ') },
        _ => activity with { Attributes = [new(field, value)] },
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>One example.</summary>
internal sealed record DocumentExample(string Model, Activity[] Activities, string Contributions);
