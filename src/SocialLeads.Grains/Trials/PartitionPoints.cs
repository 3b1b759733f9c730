namespace SocialLeads.Grains.Trials;

/// <summary>The points of those members of a partition who had acted by a day.</summary>
/// <param name="era">The partition's era when it was scored before; null if it was not.</param>
internal sealed class PartitionPoints(Guid? era)
{
    /// <summary>What stands for a member who was never found.</summary>
    public const int Never = int.MaxValue;

    // What arrives with each slice is held once.
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>The partition's era.</summary>
    public Guid? Era { get; private set; } = era;

    public List<long> Draft { get; } = [];

    public List<long> Against { get; } = [];

    /// <summary>The members' own e-mail domains, where a model counts colleagues; else empty.</summary>
    public List<string> Domains { get; } = [];

    /// <summary>The members' indices in the partition.</summary>
    public List<int> Indices { get; } = [];

    /// <summary>The days of the members' first positive outcomes; <see cref="Never"/> of those without.</summary>
    public List<int> FirstFound { get; } = [];

    /// <summary>The days of the first positive outcomes of those who had not acted by the day.</summary>
    public List<int> FoundUnseen { get; } = [];

    /// <exception cref="TrialException">The partition has started again since the slice before.</exception>
    public void Add(TrialSlice slice)
    {
        Check(slice.Era);
        var found = 0;
        for (var i = 0; i < slice.Draft.Length; i++, _next++)
        {
            var firstFound = found < slice.Found.Length && slice.Found[found].Place == i ? slice.Found[found++].FirstDay : Never;
            if (slice.Draft[i] == TrialSlice.None || slice.Against[i] == TrialSlice.None)
            {
                if (firstFound != Never) FoundUnseen.Add(firstFound);
                continue;
            }

            Draft.Add(slice.Draft[i]);
            Against.Add(slice.Against[i]);
            Indices.Add(_next);
            if (!slice.Domains.IsEmpty) Domains.Add(Held(slice.Domains[i]));
            FirstFound.Add(firstFound);
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
        if ((Era ??= era) != era) throw new TrialException(TrialFailure.Interrupted, "A partition started again during the trial.");
    }
}
