using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Companies;

/// <summary>
/// The company tables of this node, one for each tenant, model and day that somebody asks about. There is one for all partitions on the
/// node, since each needs the whole of its companies. What is not used any more is forgotten, and gathered again when it is.
/// </summary>
public sealed class CompanyTables(TenantPartitions tenants, ModelDirectory directory, TimeProvider clock)
{
    private const int MostTables = 64;

    private static readonly TimeSpan _mostUnused = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Tenant, BoardId Board), Kept> _kept = [];

    /// <summary>A company and where it stands, with everything that was acknowledged before; null if nobody works there.</summary>
    public async Task<RankedCompany?> Find(string tenant, BoardId board, string domain) => (await ReadAsync(tenant, board)).Find(domain);

    /// <summary>At most so many companies in rank order behind a key (points and domain), or from the best.</summary>
    public async Task<CompanyPage> List(string tenant, BoardId board, RankedKey? after, int limit) =>
        (await ReadAsync(tenant, board)).List(after, limit);

    /// <summary>The table with everything that was acknowledged before this was called.</summary>
    internal async Task<CompanyTable> ReadAsync(string tenant, BoardId board)
    {
        var gathering = Find((tenant, board)) ?? await MakeAsync(tenant, board);
        return await gathering.ReadAsync();
    }

    private CompanyGathering? Find((string, BoardId) key)
    {
        lock (_lock)
        {
            if (!_kept.TryGetValue(key, out var kept)) return null;
            kept.UsedAt = clock.GetTimestamp();
            return kept.Gathering;
        }
    }

    private async ValueTask<CompanyGathering> MakeAsync(string tenant, BoardId board)
    {
        var models = directory.Of(tenant);
        await models.ReadAsync();
        var model = await models.LoadAsync(new ModelRef(board.Model, board.ModelVersion));
        var partitions = tenants.Of(tenant);
        lock (_lock)
        {
            if (_kept.TryGetValue((tenant, board), out var kept)) return kept.Gathering;
            MakeRoom();
            kept = new Kept(new CompanyGathering(new CompanyTable(model, partitions.Length), board, partitions)) { UsedAt = clock.GetTimestamp() };
            _kept.Add((tenant, board), kept);
            return kept.Gathering;
        }
    }

    private void MakeRoom()
    {
        var now = clock.GetTimestamp();
        foreach (var (key, _) in _kept.Where(one => clock.GetElapsedTime(one.Value.UsedAt, now) > _mostUnused).ToList()) _kept.Remove(key);
        if (_kept.Count >= MostTables) _kept.Remove(_kept.MinBy(one => one.Value.UsedAt).Key);
    }

    private sealed class Kept(CompanyGathering gathering)
    {
        public CompanyGathering Gathering => gathering;

        public long UsedAt { get; set; }
    }
}
