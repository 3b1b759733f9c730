namespace SocialLeads.Scoring.Scores;

/// <summary>What was gathered for one slot.</summary>
internal struct Gathered
{
    public int Slot;

    /// <summary>Where the slot's days, or weeks, are; 0 for none.</summary>
    public int Set;

    /// <summary>The sum, weighted by age, in 2^-32 of the unit that is held.</summary>
    public Int128 Sum;

    /// <summary>Milliseconds since 0001-01-01, plus 1, of the latest activity or joining; 0 for none.</summary>
    public long Stamp;

    /// <summary>Milliseconds since 0001-01-01, plus 1, of the latest leaving; 0 for none.</summary>
    public long LeaveStamp;

    /// <summary>The latest value.</summary>
    public long Latest;
}
