namespace SocialLeads.Server.Demo.Simulation;

/// <summary>A weighted choice between names.</summary>
internal sealed class Mix
{
    private readonly (string Name, int Weight)[] _parts;
    private readonly int _total;

    /// <param name="parts">The names and their weights; a weight is at least 1.</param>
    public Mix(params (string Name, int Weight)[] parts)
    {
        _parts = parts;
        foreach (var (_, weight) in parts)
            _total += weight;
    }

    /// <summary>One of the names, as often as its weight is of the sum of weights.</summary>
    public string Pick(SeededRandom random)
    {
        var left = random.Below(_total);
        foreach (var (name, weight) in _parts)
        {
            if (left < weight)
                return name;

            left -= weight;
        }

        return _parts[^1].Name;
    }
}
