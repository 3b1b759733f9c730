namespace SocialLeads.Scoring.Filters;

/// <summary>Where phrases stand in one text. It is filled again and again and keeps its room.</summary>
internal sealed class PhraseFinds
{
    private readonly PhraseTable _table;
    private readonly TextReading _reading;
    private readonly (int Start, int End)[] _places;
    private readonly List<int> _found = [];
    private readonly Action<int, int, int> _add;

    public PhraseFinds(PhraseTable table, TextReading reading)
    {
        (_table, _reading) = (table, reading);
        _places = new (int, int)[table.Count];
        _add = Add;
    }

    /// <summary>The phrases that stand in the text.</summary>
    public IReadOnlyList<int> Found => _found;

    /// <summary>Looks for all phrases in a text.</summary>
    public void Read(string text)
    {
        foreach (var phrase in _found) _places[phrase] = default;
        _found.Clear();
        _reading.Read(text);
        if (_reading.Seen.Count > 0) _table.Find(_reading, _add);
    }

    /// <summary>Whether a phrase stands in the text.</summary>
    public bool Has(int phrase) => _places[phrase].End > 0;

    /// <summary>Where a phrase that stands in the text begins and ends, in UTF-16 code units.</summary>
    public (int Start, int End) Of(int phrase) => (_reading.StartOf(_places[phrase].Start), _reading.EndOf(_places[phrase].End - 1));

    private void Add(int phrase, int start, int end)
    {
        _places[phrase] = (start, end);
        _found.Add(phrase);
    }
}
