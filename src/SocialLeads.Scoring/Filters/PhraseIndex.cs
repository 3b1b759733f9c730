namespace SocialLeads.Scoring.Filters;

/// <summary>Finds which of some phrases stand in a text, by their first words.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<int>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<int> _byPrefix = [];
    private readonly Phrase[] _phrases;

    public PhraseIndex(Phrase[] phrases)
    {
        _phrases = phrases;
        for (var i = 0; i < phrases.Length; i++)
        {
            if (phrases[i].BeginsWithPrefix)
            {
                _byPrefix.Add(i);
                continue;
            }
            if (!_byFirstWord.TryGetValue(phrases[i].FirstWord, out var same)) _byFirstWord.Add(phrases[i].FirstWord, same = []);
            same.Add(i);
        }
    }

    /// <summary>Where each phrase stands first, as places of words; null for those that do not.</summary>
    public (int Start, int End)?[] Find(List<Word> words)
    {
        var found = new (int Start, int End)?[_phrases.Length];
        for (var place = 0; place < words.Count; place++)
        {
            if (_byFirstWord.TryGetValue(words[place].Folded, out var same)) Try(same, words, place, found);
            Try(_byPrefix, words, place, found);
        }
        return found;
    }

    private void Try(List<int> candidates, List<Word> words, int place, (int Start, int End)?[] found)
    {
        foreach (var candidate in candidates)
        {
            if (found[candidate] is null && _phrases[candidate].IsAt(words, place, out var end)) found[candidate] = (place, end);
        }
    }
}
