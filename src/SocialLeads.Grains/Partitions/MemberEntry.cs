using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>What a partition holds of one member.</summary>
/// <param name="member">The member's id.</param>
/// <param name="index">The member's place in the partition's table, dense from 0.</param>
internal sealed class MemberEntry(string member, int index)
{
    private byte[]? _features = [];
    private WaitingActivities? _waiting;
    private long _oldestWaiting;

    public string Member { get; } = member;

    public int Index { get; } = index;

    /// <summary>
    /// Packed features with every activity of the log so far. The array is never written to again: a fold makes a new
    /// one, so that a checkpoint, or work beside the partition's turns, may hold on to it.
    /// </summary>
    /// <exception cref="InvalidOperationException">They are not in memory: nobody may take them for empty.</exception>
    /// <exception cref="InvalidDataException">The features that activities wait to be folded into are damaged.</exception>
    public byte[] Features
    {
        get
        {
            Fold();
            return Resident;
        }
        set => _features = value;
    }

    /// <summary>Whether a waiting activity, by its number, is the oldest that is to be folded into the features.</summary>
    public bool WaitsSince(long number) => _waiting is not null && _oldestWaiting == number;

    /// <summary>Whether <see cref="Features"/> is in memory. If not, the store has it, as of <see cref="Version"/>.</summary>
    public bool IsResident => _features is not null;

    /// <summary>
    /// Tells the features from earlier ones: the log position up to which they are complete or, when counts of filters were added to them
    /// since, a number that no position reaches.
    /// </summary>
    public long Version { get; set; }

    /// <summary>How the features stand to the saved state.</summary>
    public SaveState SaveState { get; set; }

    /// <summary>Whether a board still shows the member as of earlier features.</summary>
    public bool IsStale { get; set; }

    /// <summary>The number of the member's last change among those that boards follow; 0 for none.</summary>
    public long ChangedAt { get; set; }

    /// <summary>Whether the features were read, or saved anew, since the member came to stand in line.</summary>
    public bool WasUsed { get; set; }

    /// <summary>Whether the member stands in line to leave memory.</summary>
    public bool IsInLine { get; set; }

    /// <summary>The activities that wait to be folded; 0 for none. See <see cref="SocialLeads.Scoring.Features.FeatureFold.Wait(Activity, long)"/>.</summary>
    public long Chain { get; private set; }

    /// <summary>An activity waits to be folded.</summary>
    /// <param name="waiting">Where it waits.</param>
    /// <param name="chain">What <see cref="Chain"/> becomes by it.</param>
    public void Wait(WaitingActivities waiting, long chain)
    {
        if (_waiting is null) (_waiting, _oldestWaiting) = (waiting, chain);
        Chain = chain;
    }

    /// <summary>Reads a byte of each of the features' cache lines, so that they are near when they are folded.</summary>
    public int Touch()
    {
        const int CacheLine = 64;
        var sum = 0;
        if (_features is { } features)
        {
            for (var at = 0; at < features.Length; at += CacheLine) sum += features[at];
        }

        return sum;
    }

    /// <summary>Folds what waits.</summary>
    public void Fold()
    {
        if (_waiting is null) return;
        _features = _waiting.Fold(Resident, Chain);
        (_waiting, Chain) = (null, 0);
    }

    /// <summary>Leaves memory. Only whoever is saved may, so nothing waits.</summary>
    public void Leave() => _features = null;

    private byte[] Resident =>
        _features ?? throw new InvalidOperationException("The member's features have left memory and were not brought back.");
}

/// <summary>How a member's features stand to its saved state.</summary>
internal enum SaveState : byte
{
    /// <summary>They are the same.</summary>
    Saved,

    /// <summary>The next checkpoint has to save them.</summary>
    Changed,

    /// <summary>The checkpoint that is under way saves them.</summary>
    Saving,

    /// <summary>The checkpoint that is under way saves earlier ones, and the next has to save these.</summary>
    ChangedAgain,
}
