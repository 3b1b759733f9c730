using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Picks out activities by what is said in them. Case, accents and punctuation do not matter, and only whole words match.
/// A <see cref="FilterSet"/> looks for many at once.
/// </summary>
public sealed class TextFilter
{
    private readonly int[][] _required;
    private readonly int[] _none;

    internal TextFilter(
        string id, ImmutableArray<string> kinds, ImmutableArray<AttributeCondition> attributes,
        IReadOnlyList<IReadOnlyList<Phrase>> required, IReadOnlyList<Phrase> none)
    {
        Id = id;
        Kinds = kinds;
        Attributes = attributes;
        var phrases = new List<Phrase>();
        _required = [.. required.Select(group => Add(phrases, group))];
        _none = Add(phrases, none);
        Phrases = [.. phrases];
        SeriesFacet = $"{id}#{HashOf(required, none)}";
    }

    /// <summary>The id, <c>[a-z][a-z0-9_]*</c>, at most 64 bytes.</summary>
    public string Id { get; }

    /// <summary>The kinds of activity it looks at; empty for all.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>What attributes an activity must have, by name.</summary>
    public ImmutableArray<AttributeCondition> Attributes { get; }

    /// <summary>
    /// The facet that its matches are counted under: the id and a hash of the definition. A filter that is changed counts anew, and
    /// two models that have the same filter share its counts.
    /// </summary>
    public string SeriesFacet { get; }

    /// <summary>Its phrases.</summary>
    internal ImmutableArray<Phrase> Phrases { get; }

    /// <summary>Whether any phrase at all must be said.</summary>
    internal bool NeedsPhrase => _required.Length > 0;

    /// <summary>Whether kind and attributes are those it looks for.</summary>
    internal bool Concerns(Activity activity)
    {
        if (!Kinds.IsEmpty && !Kinds.Contains(activity.Kind)) return false;
        foreach (var condition in Attributes)
        {
            if (!Has(activity, condition)) return false;
        }

        return true;
    }

    private static bool Has(Activity activity, AttributeCondition condition)
    {
        if (activity.Attributes.IsDefault) return false;
        foreach (var (name, value) in activity.Attributes)
        {
            if (name == condition.Name && value == condition.Value) return true;
        }

        return false;
    }

    /// <summary>What matches in an activity that concerns it; null if nothing does.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="finds">The phrases that stand in its text.</param>
    /// <param name="ids">The numbers of this filter's phrases there.</param>
    internal FilterMatch? Match(Activity activity, PhraseFinds finds, int[] ids)
    {
        if (_none.Any(phrase => finds.Has(ids[phrase]))) return null;
        if (!_required.All(places => places.Any(phrase => finds.Has(ids[phrase])))) return null;
        return new(this,
        [
            .. from phrase in _required.SelectMany(static places => places)
               where finds.Has(ids[phrase])
               let place = finds.Of(ids[phrase])
               orderby place.Start, place.End
               select new Evidence(Phrases[phrase].Written, place.Start, place.End - place.Start, activity.Text[place.Start..place.End])
               {
                   Canonical = Phrases[phrase].Canonical,
               },
        ]);
    }

    private static int[] Add(List<Phrase> phrases, IReadOnlyList<Phrase> group)
    {
        var first = phrases.Count;
        phrases.AddRange(group);
        return [.. Enumerable.Range(first, group.Count)];
    }

    private string HashOf(IReadOnlyList<IReadOnlyList<Phrase>> required, IReadOnlyList<Phrase> none)
    {
        var text = new StringBuilder();
        text.Append("kinds").AppendJoin('|', Kinds.Order(StringComparer.Ordinal));
        foreach (var condition in Attributes.OrderBy(static one => one.Name, StringComparer.Ordinal))
            text.Append("\nwhere ").Append(condition.Name).Append('=').Append(condition.Value);
        foreach (var group in required.Select(Canonical).Order(StringComparer.Ordinal)) text.Append("\nany ").Append(group);
        text.Append("\nnone ").Append(Canonical(none));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static string Canonical(IReadOnlyList<Phrase> group) =>
        string.Join('|', group.Select(static phrase => phrase.Canonical).Order(StringComparer.Ordinal));
}
