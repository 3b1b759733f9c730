namespace SocialLeads.Scoring.Filters;

/// <summary>
/// Where the words that phrases look for stand in one text: for each of them a row of bits, one for each word of the text. It is
/// filled again and again and keeps its room.
/// </summary>
internal sealed class TextReading(WordTrie trie)
{
    /// <summary>Bits that are kept for the next text: 1 MiB.</summary>
    private const int MostKept = 1 << 17;

    private readonly int[] _rowOf = new int[trie.Count];
    private readonly List<int> _seen = [];
    private int[] _starts = new int[64];
    private int[] _ends = new int[64];
    private ulong[] _bits = [];
    private int _rows;

    /// <summary>The sought words that stand in the text.</summary>
    public IReadOnlyList<int> Seen => _seen;

    /// <summary>How many 64 bits a row has.</summary>
    public int Width { get; private set; }

    /// <summary>Reads a text.</summary>
    public void Read(string text)
    {
        Clear();
        // A word takes at least a character.
        Width = text.Length / 64 + 1;
        var sink = new Sink(this, trie);
        Words.Read(text, ref sink);
    }

    /// <summary>Whether a sought word stands in the text.</summary>
    public bool Has(int word) => _rowOf[word] > 0;

    /// <summary>Where a sought word that stands in the text does: a bit for each word of the text.</summary>
    public ReadOnlySpan<ulong> Row(int word) => _bits.AsSpan((_rowOf[word] - 1) * Width, Width);

    /// <summary>Whether a sought word stands at a place of the text.</summary>
    public bool IsAt(int word, int place) =>
        _rowOf[word] > 0 && place >> 6 < Width && (Row(word)[place >> 6] >> (place & 63) & 1) != 0;

    /// <summary>Where the word at a place begins in the text.</summary>
    public int StartOf(int place) => _starts[place];

    /// <summary>Where the word at a place ends in the text.</summary>
    public int EndOf(int place) => _ends[place];

    private void Clear()
    {
        foreach (var word in _seen) _rowOf[word] = 0;
        _seen.Clear();
        _rows = 0;
        if (_bits.Length > MostKept) _bits = [];
    }

    private void Mark(int word, int place)
    {
        if (_rowOf[word] == 0) AddRow(word);
        _bits[((_rowOf[word] - 1) * Width) + (place >> 6)] |= 1UL << (place & 63);
    }

    private void AddRow(int word)
    {
        var start = _rows * Width;
        if (_bits.Length < start + Width) Array.Resize(ref _bits, Math.Max(start + Width, _bits.Length * 2));
        Array.Clear(_bits, start, Width);
        _rowOf[word] = ++_rows;
        _seen.Add(word);
    }

    private void Place(int place, int start, int end)
    {
        if (place == _starts.Length)
        {
            Array.Resize(ref _starts, place * 2);
            Array.Resize(ref _ends, place * 2);
        }
        (_starts[place], _ends[place]) = (start, end);
    }

    private struct Sink(TextReading reading, WordTrie trie) : IWordSink
    {
        private int _node;
        private int _place;

        public void Letter(char folded)
        {
            if (_node < 0) return;
            _node = trie.Step(_node, folded);
            if (_node >= 0 && trie.PrefixAt(_node) is var prefix and >= 0) reading.Mark(prefix, _place);
        }

        public void End(int start, int end)
        {
            reading.Place(_place, start, end);
            if (_node >= 0 && trie.WholeAt(_node) is var whole and >= 0) reading.Mark(whole, _place);
            _node = WordTrie.Root;
            _place++;
        }
    }
}
