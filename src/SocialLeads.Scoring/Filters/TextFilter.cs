using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Picks out activities by what is said in them. Case, accents and punctuation do not matter, and only whole words match. The cost
/// is bounded: one pass over the words, and at each a look-up of the phrases that begin with it.
/// </summary>
public sealed class TextFilter
{
    private readonly PhraseIndex _index;
    private readonly Phrase[] _phrases;
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
        _phrases = [.. phrases];
        _index = new(_phrases);
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

    /// <summary>What in an activity matches; null if it does not.</summary>
    public FilterMatch? Match(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Concerns(activity) ? Match(activity, Words.Of(activity.Text)) : null;
    }

    /// <summary>Whether kind and attributes are those it looks for.</summary>
    internal bool Concerns(Activity activity) =>
        (Kinds.IsEmpty || Kinds.Contains(activity.Kind))
        && Attributes.All(condition => !activity.Attributes.IsDefault && activity.Attributes.Contains(new(condition.Name, condition.Value)));

    /// <summary>The same for an activity that concerns it, of whose text the words are known.</summary>
    internal FilterMatch? Match(Activity activity, List<Word> words)
    {
        if (_phrases.Length == 0) return new(this, []);
        var found = _index.Find(words);
        if (_none.Any(phrase => found[phrase] is not null)) return null;
        if (!_required.All(places => places.Any(phrase => found[phrase] is not null))) return null;
        return new(this,
        [
            .. from phrase in _required.SelectMany(static places => places).Distinct()
               where found[phrase] is not null
               let place = found[phrase]!.Value
               let start = words[place.Start].Start
               let end = words[place.End - 1].End
               orderby start, end
               select new Evidence(_phrases[phrase].Written, start, end - start, activity.Text[start..end]),
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
