using System.Numerics;
using System.Runtime.InteropServices;

namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Finds which of many phrases stand in a text. One pass over the text marks the words that any of them looks for; only a phrase all
/// of whose words are there is looked at, and that takes a few steps for each of its words and each 64 words of the text, whatever
/// the text is.
/// </summary>
internal sealed class PhraseTable
{
    /// <summary>What 16 KiB of text take, a word to each two characters.</summary>
    private const int MostOnStack = 512;

    private readonly WordTrie _trie = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(int Word, bool AfterGap)[]> _phrases = [];
    // Each phrase under its longest word, which tends to be the rarest.
    private readonly List<List<int>?> _byWord = [];

    /// <summary>How many phrases there are; ids are 0 to Count - 1.</summary>
    public int Count => _phrases.Count;

    /// <summary>Room for one text at a time. Made when all phrases are there.</summary>
    public PhraseFinds NewFinds() => new(this, new TextReading(_trie));

    /// <summary>The id of a phrase; phrases that match the same have the same.</summary>
    public int Add(Phrase phrase)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, phrase.Canonical, out var known);
        if (known) return id;
        id = _phrases.Count;
        _phrases.Add([.. phrase.Parts.Select(part => (_trie.Add(part.Word), part.AfterGap))]);
        var rarest = _trie.Add(phrase.Parts.Select(static part => part.Word).MaxBy(static word => word.Folded.Length));
        while (_byWord.Count < _trie.Count) _byWord.Add(null);
        (_byWord[rarest] ??= []).Add(id);
        return id;
    }

    /// <summary>Finds where each phrase stands first, and ends soonest.</summary>
    public void Find(TextReading reading, Action<int, int, int> found)
    {
        for (var i = 0; i < reading.Seen.Count; i++)
        {
            if (_byWord[reading.Seen[i]] is not { } phrases) continue;
            foreach (var phrase in phrases)
            {
                if (FirstStart(_phrases[phrase], reading) is var start and >= 0) found(phrase, start, EndBehind(_phrases[phrase], 0, start, reading));
            }
        }
    }

    /// <summary>The first place at which a phrase begins; -1 if it does not stand in the text.</summary>
    private static int FirstStart((int Word, bool AfterGap)[] parts, TextReading reading)
    {
        foreach (var (word, _) in parts)
        {
            if (!reading.Has(word)) return -1;
        }

        // Backwards, the places from which the rest of the phrase stands behind.
        var width = reading.Width;
        Span<ulong> places = width <= MostOnStack ? stackalloc ulong[width] : new ulong[width];
        reading.Row(parts[^1].Word).CopyTo(places);
        for (var part = parts.Length - 2; part >= 0; part--)
        {
            if (parts[part + 1].AfterGap) Widen(places);
            if (!StepBack(places, reading.Row(parts[part].Word))) return -1;
        }

        for (var i = 0; i < width; i++)
        {
            if (places[i] != 0) return (i << 6) + BitOperations.TrailingZeroCount(places[i]);
        }

        return -1;
    }

    /// <summary>Moves places back by one and keeps those that are in a row; whether any are.</summary>
    private static bool StepBack(Span<ulong> places, ReadOnlySpan<ulong> row)
    {
        var any = 0UL;
        for (var i = 0; i < places.Length; i++)
        {
            var carry = i + 1 < places.Length ? places[i + 1] << 63 : 0;
            places[i] = (places[i] >> 1 | carry) & row[i];
            any |= places[i];
        }

        return any != 0;
    }

    /// <summary>Adds the places that are up to <see cref="Phrase.MostBetween"/> before one.</summary>
    private static void Widen(Span<ulong> places)
    {
        // 1, 2 and 4, and then as many as are missing: each time those that were added take part.
        foreach (var by in (ReadOnlySpan<int>)[1, 2, 4, Phrase.MostBetween - 7])
        {
            for (var i = 0; i < places.Length; i++)
            {
                var carry = i + 1 < places.Length ? places[i + 1] << (64 - by) : 0;
                places[i] |= places[i] >> by | carry;
            }
        }
    }

    /// <summary>The place behind the last word of a phrase that has a part at a place; -1 if the rest does not stand there.</summary>
    private static int EndBehind((int Word, bool AfterGap)[] parts, int part, int place, TextReading reading)
    {
        // Each gap is left by a call of its own, so that the depth is at most that of the gaps.
        while (part < parts.Length && reading.IsAt(parts[part].Word, place))
        {
            part++;
            place++;
            if (part == parts.Length || !parts[part].AfterGap) continue;
            for (var between = 0; between <= Phrase.MostBetween; between++)
            {
                if (EndBehind(parts, part, place + between, reading) is var end and >= 0) return end;
            }

            return -1;
        }

        return part == parts.Length ? place : -1;
    }
}
