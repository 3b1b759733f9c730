using Microsoft.Extensions.Logging;
using SocialLeads.Grains.Log;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Brings a partition's state back at start: what the last checkpoint saved, then the tail of the log behind it. A damaged
/// row of the log is reported with its position and left out; a damaged saved state is folded again from the log.
/// </summary>
internal sealed class PartitionRecovery(IPartitionStore store, ActivityFingerprint fingerprint, ILogger logger)
{
    public async Task<PartitionState> RunAsync(ILiveModels models, PartitionOptions options, CancellationToken cancellationToken)
    {
        var state = new PartitionState(models, options, store);
        var saved = await store.LoadAsync(int.MinValue, cancellationToken);
        state.Restore(saved);
        var lost = await RestoreMembers(state, cancellationToken);
        if (lost.Count > 0) await RepairFromLog(state, lost, cancellationToken);
        await ReplayTail(state, saved.LastPosition, cancellationToken);
        return state;
    }

    private async Task<HashSet<string>> RestoreMembers(PartitionState state, CancellationToken cancellationToken)
    {
        var lost = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var member in store.ReadMembersAsync(cancellationToken))
        {
            if (member.Damaged || !state.TryRestore(member.Member, member.State)) lost.Add(member.Member);
        }

        return lost;
    }

    private async Task RepairFromLog(PartitionState state, HashSet<string> lost, CancellationToken cancellationToken)
    {
        var (tenant, partition) = (store.Id.Tenant, store.Id.Index);
        Logs.RepairingMembers(logger, tenant, partition, lost.Count);
        LogRead? first = null;
        await foreach (var row in store.ReadLogAsync(0, cancellationToken))
        {
            if (row.Position > state.Position) break;
            first ??= row;
            if (!TryDecode(row, out _, out var activities, out _)) continue;
            activities.RemoveAll(activity => !lost.Contains(activity.Member));
            state.Repair(row.Position, activities);
        }

        if (first?.Position == 1) return;
        // The log was trimmed. Whoever did nothing before it begins is whole all the same, but who that is, a damaged state does not tell.
        var arrivedAt = first is { Damaged: false } known ? DateTimeOffset.FromUnixTimeMilliseconds(LogArrival.OfRow(known.Payload)) : (DateTimeOffset?)null;
        Logs.RepairedInPart(logger, tenant, partition, lost.Count, first?.Position ?? state.Position + 1, arrivedAt);
    }

    private async Task ReplayTail(PartitionState state, long lastPosition, CancellationToken cancellationToken)
    {
        var from = state.Position;
        var replayed = 0;
        // The last row tells what its day was charged with for new series, also if it is folded already.
        var readFrom = state.Budget.IsRationed ? Math.Clamp(lastPosition - 1, 0, from) : from;
        await foreach (var row in store.ReadLogAsync(readFrom, cancellationToken))
        {
            var isFolded = row.Position <= from;
            // What a damaged row told is lost: its day's ration begins anew.
            if (isFolded && row.Damaged) continue;
            if (TryDecode(row, out var arrivalDay, out var activities, out var symbolsSpent)) state.Budget.BeginDay(arrivalDay, symbolsSpent);
            if (isFolded) continue;
            var fingerprints = activities.Select(activity => fingerprint.Of(activity.Member, activity.Id)).ToArray();
            state.Seen.Add(fingerprints, arrivalDay);
            await state.States.LoadAsync(activities);
            state.Apply(row.Position, arrivalDay, activities, fingerprints);
            state.Members.Resident.MakeRoom();
            replayed += activities.Count;
        }

        if (state.Position != lastPosition)
            throw new InvalidDataException($"The log ends at position {state.Position}, but {lastPosition} was written.");
        Logs.Recovered(logger, store.Id.Tenant, store.Id.Index, state.Members.Count, from, state.Position, replayed);
    }

    private bool TryDecode(LogRead row, out int arrivalDay, out List<Activity> activities, out int symbolsSpent)
    {
        (arrivalDay, symbolsSpent) = (0, 0);
        activities = [];
        if (row.Damaged)
        {
            Logs.DamagedLogRow(logger, store.Id.Tenant, store.Id.Index, row.Position);
            return false;
        }

        (var arrivedAtMs, activities, symbolsSpent) = ActivityLogCodec.Decode(row.Payload);
        arrivalDay = UtcDay.OfUnixMs(arrivedAtMs);
        return true;
    }
}
