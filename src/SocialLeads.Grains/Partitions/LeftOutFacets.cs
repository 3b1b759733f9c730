using Microsoft.Extensions.Logging;
using SocialLeads.Scoring.Features;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>Tells that facets were left out of activities: each is counted, and a day has one line in the log, which names none.</summary>
internal sealed class LeftOutFacets(SymbolBudget budget, PartitionId partition, ILogger logger)
{
    private long _told;
    private int _toldOn = int.MinValue;

    /// <summary>Tells of those that were left out since the last call, and gives how many they are.</summary>
    /// <param name="day">The day of arrival.</param>
    public int Tell(int day)
    {
        if (budget.LeftOut == _told) return 0;
        var leftOut = budget.LeftOut - _told;
        _told = budget.LeftOut;
        Meters.FacetsLeftOut.Add(leftOut, new KeyValuePair<string, object?>("socialleads.tenant", partition.Tenant));
        if (day > _toldOn) Logs.FacetsLeftOut(logger, partition.Tenant, partition.Index, budget.Count, budget.MaxSymbols, budget.SpentOnDay, budget.MaxNewADay);
        _toldOn = Math.Max(_toldOn, day);
        return (int)leftOut;
    }
}
