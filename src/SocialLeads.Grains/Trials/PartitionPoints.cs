namespace SocialLeads.Grains.Trials;

/// <summary>The points of those members of a partition who had acted by a day.</summary>
internal sealed class PartitionPoints
{
    private Guid? _era;
    private int _next;

    public List<long> Draft { get; } = [];

    public List<long> Against { get; } = [];

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
        }
    }

    /// <exception cref="TrialException">The partition has started again.</exception>
    public void Check(Guid era)
    {
        if ((_era ??= era) != era) throw new TrialException(TrialFailure.Interrupted, "A partition started again during the trial.");
    }
}
