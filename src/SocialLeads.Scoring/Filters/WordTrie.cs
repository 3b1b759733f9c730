namespace SocialLeads.Scoring.Filters;

/// <summary>
/// The words that phrases look for, found letter by letter. Most words of a text leave it within two or three letters, and cost
/// nothing from there on.
/// </summary>
internal sealed class WordTrie
{
    /// <summary>Where every word begins.</summary>
    public const int Root = 0;

    /// <summary>Where no sought word leads.</summary>
    public const int Nowhere = -1;

    /// <summary>No sought word ends here.</summary>
    public const int None = -1;

    private readonly int[] _firstAscii = [.. Enumerable.Repeat(Nowhere, 128)];
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<(int Whole, int Prefix)> _nodes = [(None, None)];
    private readonly Dictionary<SoughtWord, int> _ids = [];

    /// <summary>How many words are looked for; ids are 0 to Count - 1.</summary>
    public int Count => _ids.Count;

    /// <summary>The id of a word, which is looked for from now on.</summary>
    public int Add(SoughtWord word)
    {
        if (_ids.TryGetValue(word, out var id)) return id;
        var node = Root;
        foreach (var letter in word.Folded) node = StepOrAdd(node, letter);
        id = _ids.Count;
        _ids.Add(word, id);
        var (whole, prefix) = _nodes[node];
        _nodes[node] = word.IsPrefix ? (whole, id) : (id, prefix);
        return id;
    }

    /// <summary>Where a letter leads from a node; <see cref="Nowhere"/> if no sought word goes on so.</summary>
    public int Step(int node, char letter)
    {
        if (node == Root && letter < _firstAscii.Length) return _firstAscii[letter];
        return _steps.TryGetValue(KeyOf(node, letter), out var next) ? next : Nowhere;
    }

    /// <summary>The sought word that ends at a node; <see cref="None"/> if none does.</summary>
    public int WholeAt(int node) => _nodes[node].Whole;

    /// <summary>The sought beginning of words that ends at a node; <see cref="None"/> if none does.</summary>
    public int PrefixAt(int node) => _nodes[node].Prefix;

    private int StepOrAdd(int node, char letter)
    {
        if (Step(node, letter) is var known and not Nowhere) return known;
        var next = _nodes.Count;
        _nodes.Add((None, None));
        if (node == Root && letter < _firstAscii.Length) _firstAscii[letter] = next;
        else _steps.Add(KeyOf(node, letter), next);
        return next;
    }

    private static long KeyOf(int node, char letter) => ((long)node << 16) | letter;
}
