using Microsoft.Extensions.Logging;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Storage.Models;

namespace SocialLeads.Grains.Models;

/// <summary>
/// Has every partition rank everybody by what was published, and then lets readers have it. Until then they get the version before,
/// so that nobody waits for a board, and no list is of two models.
/// </summary>
internal sealed class ModelSwitch(
    string tenant,
    TenantModels models,
    IModelStore store,
    TenantPartitions partitions,
    TimeProvider clock,
    ILogger logger)
{
    private Task _running = Task.CompletedTask;
    private bool _again;

    /// <summary>Begins with what is not ready, unless that is under way.</summary>
    public void Start()
    {
        _again = true;
        if (_running.IsCompleted) _running = RunAsync();
    }

    private async Task RunAsync()
    {
        try
        {
            while (_again)
            {
                _again = false;
                foreach (var version in (await models.ReadAsync()).Unready.ToList()) await MakeReadyAsync(version);
            }
        }
        catch (Exception reason)
        {
            // The partitions' upkeep starts it again: what is published stays published.
            Logs.ModelNotReady(logger, tenant, reason);
        }
    }

    private async Task MakeReadyAsync(ModelRef version)
    {
        bool isWhole;
        do
        {
            if (!(await models.ReadAsync()).Unready.Contains(version)) return;
            var board = new BoardId(version.Model, version.Version, UtcDay.OfUnixMs(clock.GetUtcNow().ToUnixTimeMilliseconds()));
            var ready = await partitions.AskAllAsync(tenant, partition => partition.Prepare(board));
            isWhole = ready.All(one => one);
        }
        while (!isWhole);

        var nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await store.NoteAsync(new ModelVersionId(tenant, version.Model, version.Version), ModelFact.Ready, nowMs, CancellationToken.None);
        await models.RefreshAsync();
        Logs.ModelReady(logger, tenant, version.Model, version.Version);
    }
}
