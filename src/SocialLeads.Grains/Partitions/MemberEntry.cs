using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Partitions;

/// <summary>What a partition holds of one member.</summary>
/// <param name="member">The member's id.</param>
/// <param name="index">The member's place in the partition's table, dense from 0.</param>
internal sealed class MemberEntry(string member, int index)
{
    private byte[] _features = [];
    private WaitingActivities? _waiting;
    private int _chain;

    public string Member { get; } = member;

    public int Index { get; } = index;

    /// <summary>
    /// Packed features with every activity up to <see cref="Version"/>. The array is never written to again: a fold makes
    /// a new one, so a checkpoint may hold on to it.
    /// </summary>
    /// <exception cref="InvalidDataException">The features that activities wait to be folded into are damaged.</exception>
    public byte[] Features
    {
        get
        {
            Fold();
            return _features;
        }
        set => _features = value;
    }

    /// <summary>Whether activities wait to be folded into the features.</summary>
    public bool IsWaiting => _waiting is not null;

    /// <summary>The log position up to which <see cref="Features"/> is complete.</summary>
    public long Version { get; set; }

    /// <summary>Whether <see cref="Features"/> is newer than the saved state.</summary>
    public bool IsDirty { get; set; }

    /// <summary>Whether the boards still show the member as of earlier <see cref="Features"/>.</summary>
    public bool IsStale { get; set; }

    /// <summary>Has an activity wait to be folded.</summary>
    public void Wait(WaitingActivities waiting, Activity activity)
    {
        _waiting = waiting;
        _chain = waiting.Chain(activity, _chain);
    }

    /// <summary>Folds what waits.</summary>
    public void Fold()
    {
        if (_waiting is null) return;
        _features = _waiting.Fold(_features, _chain);
        (_waiting, _chain) = (null, 0);
    }
}
