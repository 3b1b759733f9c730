using System.Collections.Immutable;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Scoring.Filters;

/// <summary>That an activity matches a filter, and by what.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Evidence">What was found, in the order of the text; empty for a filter that looks at no text.</param>
public sealed record FilterMatch(TextFilter Filter, ImmutableArray<Evidence> Evidence);

/// <summary>An activity with what it matches.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Matches">The filters that it matches.</param>
public readonly record struct MatchedActivity(Activity Activity, IReadOnlyList<FilterMatch> Matches);

/// <summary>A phrase that was found in a text.</summary>
/// <param name="Phrase">The phrase as the filter has it.</param>
/// <param name="Start">Where in the text it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is there, in UTF-16 code units.</param>
/// <param name="Text">What stands there.</param>
public sealed record Evidence(string Phrase, int Start, int Length, string Text)
{
    /// <summary>The same for all phrases that match the same; see <see cref="Filters.Phrase.Canonical"/>.</summary>
    internal string Canonical { get; init; } = "";
}
