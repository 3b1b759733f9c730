using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SocialLeads.Bench.Inside;
using SocialLeads.Bench.Results;
using SocialLeads.Bench.Traffic;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Models;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Packs;
using SocialLeads.Storage;
using SocialLeads.Storage.Sqlite;

namespace SocialLeads.Bench.Rows;

/// <summary>
/// What a member takes, in memory and on disk. Memory is measured within this process, on the partition's own state with its
/// ranked boards: a server's resident set would say what the collector has not yet given back. Disk is the database file
/// after members were saved in ten checkpoints in no order, without the log.
/// </summary>
internal sealed class FootprintRow : IRow
{
    private const int CountersWanted = 60;
    private const int Checkpoints = 10;

    public string Name => "footprint";

    public string Title => "Memory and disk of a member with 60 counters";

    public async Task<IReadOnlyList<Result>> RunAsync(Lab lab, CancellationToken cancellationToken)
    {
        var plan = lab.PlanOf(lab.Scale.FootprintMembers);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var models = new ModelCatalog(ModelPacks.Load());
        var state = new PartitionState(models, new PartitionOptions());
        await FillAsync(state, models, plan);
        var memory = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / plan.Members;

        lab.Say($"{Name}: saving");
        var disk = await SaveAsync(state, lab.NewFolder(), cancellationToken) / plan.Members;
        var (counters, cells, bytes) = Describe(state);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Members:N0} members with on the average {cells:0.0} counters by source, facet and day ({counters:0.0} by source and facet), packed in {bytes:0} bytes.");
        return
        [
            new Result(Name, "Memory of a resident member with 60 counters", "bytes", Sample.Once(memory))
            {
                Target = Target.AtMost(1024), Note = $"{note} Ids remembered against duplicates are not in it; those have a bound of 16 bytes each.",
            },
            new Result(Name, "Disk of a saved member with 60 counters", "bytes", Sample.Once(disk)) { Target = Target.AtMost(400), Note = note },
        ];
    }

    /// <summary>Has each member act until it has the counters: what is held of one source and facet for one day is one.</summary>
    private static async Task FillAsync(PartitionState state, ModelCatalog models, TrafficPlan plan)
    {
        var traffic = new InsideTraffic(plan);
        var day = UtcDay.OfUnixMs(plan.NowMs);
        state.Boards.Keep(day);
        for (var member = 0; member < plan.Members; member++)
        {
            var entry = state.Members.GetOrAdd(Vocabulary.Member(member));
            for (var turn = 0; Counters.In(entry.Features).Cells < CountersWanted; turn++)
                state.Apply(state.Position + 1, day, [.. traffic.Of(member, turn, 1)], []);
        }

        _ = state.Unsaved.Take();
        foreach (var model in models.All) _ = await state.Boards.GetAsync(new BoardKey(new BoardId(model.Id, model.Version, day), ByCompany: false));
    }

    private static async Task<double> SaveAsync(PartitionState state, string folder, CancellationToken cancellationToken)
    {
        await using (var store = await SqliteStore.OpenAsync(
            new SqliteStoreOptions { DataDirectory = folder }, NullLogger.Instance, cancellationToken))
        {
            var partition = store.Partition(new PartitionId("default", 0));
            await partition.LoadAsync(int.MinValue, cancellationToken);
            var symbols = Enumerable.Range(0, state.Symbols.Count)
                .Select(id => new SavedSymbol(id, SymbolTable.Encode(state.Symbols[id]))).ToList();
            // Members are saved when they act, which is in no order of theirs.
            foreach (var some in state.Members.Entries.GroupBy(entry => new Dice((ulong)entry.Index).Below(Checkpoints)))
            {
                var members = some.Select(entry => new SavedMember(entry.Member, entry.Features)).ToList();
                await partition.SaveCheckpointAsync(new Checkpoint(0, members, symbols, [], int.MinValue), cancellationToken);
                symbols = [];
            }
        }

        return new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
    }

    private static (double Counters, double Cells, double Bytes) Describe(PartitionState state)
    {
        var counts = state.Members.Entries.Select(entry => Counters.In(entry.Features)).ToList();
        return (counts.Average(one => one.Counters), counts.Average(one => one.Cells), state.Members.Entries.Average(entry => entry.Features.Length));
    }
}
