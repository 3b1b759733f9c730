namespace SocialLeads.Grains.Trials;

/// <summary>The points of those members of a partition who had acted by a day.</summary>
internal sealed class PartitionPoints
{
    // What arrives with each slice is held once.
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private Guid? _era;
    private int _next;

    public List<long> Draft { get; } = [];

    public List<long> Against { get; } = [];

    /// <summary>The members' own e-mail domains, where a model counts colleagues; else empty.</summary>
    public List<string> Domains { get; } = [];

    /// <summary>The members' indices in the partition.</summary>
    public List<int> Indices { get; } = [];

    /// <exception cref="TrialException">The partition has started again since the slice before.</exception>
    public void Add(TrialSlice slice)
    {
        Check(slice.Era);
        for (var i = 0; i < slice.Draft.Length; i++, _next++)
        {
            if (slice.Draft[i] == TrialSlice.None || slice.Against[i] == TrialSlice.None) continue;
            Draft.Add(slice.Draft[i]);
            Against.Add(slice.Against[i]);
            Indices.Add(_next);
            if (!slice.Domains.IsEmpty) Domains.Add(Held(slice.Domains[i]));
        }
    }

    private string Held(string domain)
    {
        if (_domains.TryGetValue(domain, out var held)) return held;
        _domains.Add(domain);
        return domain;
    }

    /// <exception cref="TrialException">The partition has started again.</exception>
    public void Check(Guid era)
    {
        if ((_era ??= era) != era) throw new TrialException(TrialFailure.Interrupted, "A partition started again during the trial.");
    }
}
