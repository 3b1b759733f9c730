using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models.Yaml;

namespace SocialLeads.Scoring.Models;

/// <summary>Reads the phrases of a filter: <c>any</c>, <c>all</c> and <c>none</c>.</summary>
internal sealed class PhrasesReader(MapReader map)
{
    private int _count;

    /// <summary>
    /// Lists of phrases of each of which one must be there: <c>any</c> is one list; each item of <c>all</c> is a phrase, or a list of
    /// which one is enough.
    /// </summary>
    public List<List<Phrase>> ReadRequired()
    {
        var required = new List<List<Phrase>>();
        var any = ReadList("any");
        if (any.Count > 0) required.Add(any);
        var all = map.List("all", required: false);
        for (var i = 0; i < all?.Count; i++)
        {
            var phrases = Read("all", $"item {i}", all[i] is ListNode list ? list.Items : [all[i]]);
            if (phrases.Count > 0) required.Add(phrases);
        }
        return required;
    }

    /// <summary>The phrases of a list; empty if it is not there.</summary>
    public List<Phrase> ReadList(string key) =>
        map.List(key, required: false) is { } nodes ? Read(key, "", nodes) : [];

    private List<Phrase> Read(string key, string where, IReadOnlyList<DocumentNode> nodes)
    {
        if (nodes.Count == 0) map.Refuse(key, $"{where} has no phrases".TrimStart());
        var phrases = new List<Phrase>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var problem = "is not a text";
            if (++_count == ModelBounds.MaxPhrases + 1) map.Refuse(key, $"brings the filter to more than {ModelBounds.MaxPhrases} phrases");
            if (_count > ModelBounds.MaxPhrases) break;
            if (nodes[i] is ScalarNode scalar)
            {
                if (Activities.TextRules.IsLongerThan(scalar.Value, ModelBounds.MaxPhraseBytes))
                    problem = Activities.TextRules.TooLong(ModelBounds.MaxPhraseBytes);
                else if (Phrase.Read(scalar.Value, out problem) is { } phrase)
                    phrases.Add(phrase);
            }
            if (problem.Length > 0) map.Refuse(key, $"{where} item {i} {problem}".TrimStart());
        }
        return phrases;
    }
}
