using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// The features of members wherever they are. A member whose features have left memory has them in the store, as of the
/// version that the table knows; nobody else writes there.
/// </summary>
/// <param name="members">The partition's members.</param>
/// <param name="store">Where features are that left memory; null if none ever do.</param>
internal sealed class MemberStates(MemberTable members, IPartitionStore? store)
{
    /// <summary>Brings those of the activities' members to memory who are not there.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read. Nobody was brought.</exception>
    /// <exception cref="InvalidDataException">A saved state is damaged.</exception>
    public async Task LoadAsync(IReadOnlyList<Activity> activities)
    {
        // Once as a rule. Again for whoever came, changed, was saved and left within the time of the reading.
        while (Cold(activities) is { Count: > 0 } cold)
        {
            foreach (var (member, features) in await ReadSavedAsync(cold.Keys))
            {
                var entry = members.Find(member)!;
                if (entry.IsResident || entry.Version != cold[member]) continue;
                entry.Features = features;
                members.Resident.Came();
            }
        }
    }

    /// <summary>Whether any of the activities' members is not in memory.</summary>
    public bool AnyIsCold(IReadOnlyList<Activity> activities) => Cold(activities).Count > 0;

    /// <summary>Features as they are now, each with its version. Nobody comes to memory by being read.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    /// <exception cref="InvalidDataException">A saved state is damaged.</exception>
    public async ValueTask<MemberFeatures[]> ReadAsync(MemberEntry[] entries)
    {
        var read = new MemberFeatures[entries.Length];
        // Once as a rule. Again for whoever came, changed, was saved and left within the time of the reading.
        while (TakeResident(entries, read) is { Count: > 0 } cold)
        {
            var versions = cold.ConvertAll(place => entries[place].Version);
            var saved = await ReadSavedAsync(cold.ConvertAll(place => entries[place].Member));
            for (var i = 0; i < cold.Count; i++)
            {
                var entry = entries[cold[i]];
                if (!entry.IsResident && entry.Version == versions[i]) read[cold[i]] = new MemberFeatures(versions[i], saved[entry.Member]);
            }
        }

        return read;
    }

    /// <summary>Features as they are now. Nobody comes to memory by being read.</summary>
    /// <exception cref="StoreUnavailableException">The store could not be read.</exception>
    /// <exception cref="InvalidDataException">A saved state is damaged.</exception>
    public ValueTask<byte[][]> FeaturesOf(MemberEntry[] entries)
    {
        var features = new byte[entries.Length][];
        for (var place = 0; place < entries.Length; place++)
        {
            if (!entries[place].IsResident) return FeaturesFromStoreOf(entries);
            features[place] = entries[place].Features;
        }

        return new(features);
    }

    private async ValueTask<byte[][]> FeaturesFromStoreOf(MemberEntry[] entries) =>
        Array.ConvertAll(await ReadAsync(entries), read => read.Features);

    /// <summary>Those of the activities' members who are not in memory, with their versions.</summary>
    private Dictionary<string, long> Cold(IReadOnlyList<Activity> activities)
    {
        var cold = new Dictionary<string, long>(StringComparer.Ordinal);
        if (members.Resident.Count == members.Count) return cold;
        foreach (var activity in activities)
        {
            if (members.Find(activity.Member) is { IsResident: false } entry) cold[activity.Member] = entry.Version;
        }

        return cold;
    }

    /// <summary>Takes what is in memory. The places that are still empty then.</summary>
    private static List<int> TakeResident(MemberEntry[] entries, MemberFeatures[] read)
    {
        var cold = new List<int>();
        for (var place = 0; place < entries.Length; place++)
        {
            if (read[place].Features is not null) continue;
            if (entries[place].IsResident) read[place] = new MemberFeatures(entries[place].Version, entries[place].Features);
            else cold.Add(place);
        }

        return cold;
    }

    private async Task<Dictionary<string, byte[]>> ReadSavedAsync(IReadOnlyCollection<string> cold)
    {
        if (store is null) throw new InvalidOperationException("There is no store that a member's features could have gone to.");
        var features = new Dictionary<string, byte[]>(cold.Count, StringComparer.Ordinal);
        foreach (var saved in await store.ReadMembersAsync(cold, CancellationToken.None))
        {
            if (!saved.Damaged) features[saved.Member] = saved.State.ToArray();
        }

        return features.Count == cold.Count
            ? features
            : throw new InvalidDataException($"{cold.Count - features.Count} saved states are damaged or gone.");
    }
}

/// <summary>A member's features as of a position of the log.</summary>
internal readonly record struct MemberFeatures(long Version, byte[] Features);
