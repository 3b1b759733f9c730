using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Fingerprints of the ids that came since the last checkpoint, in their saved form: blocks of a day of arrival, none so large that it
/// were a large object to the garbage collector.
/// </summary>
internal sealed class UnsavedIds
{
    /// <summary>In the first block of a day: most communities are small.</summary>
    private const int FirstBlock = 512;

    private const int FurtherBlock = 8192;

    private readonly Dictionary<int, List<SeenBlock>> _blocksByDay = [];

    /// <summary>Adds what arrived on a day.</summary>
    public void Add(int day, ReadOnlySpan<ulong> fingerprints)
    {
        if (fingerprints.IsEmpty) return;
        if (!_blocksByDay.TryGetValue(day, out var blocks)) _blocksByDay.Add(day, blocks = [new SeenBlock(FirstBlock)]);
        while (!fingerprints.IsEmpty)
        {
            if (blocks[^1].IsFull) blocks.Add(new SeenBlock(FurtherBlock));
            fingerprints = blocks[^1].Add(fingerprints);
        }
    }

    /// <summary>Takes everything out.</summary>
    public List<SeenIds> Take()
    {
        var taken = _blocksByDay.SelectMany(day => day.Value.Select(block => new SeenIds(day.Key, block.Bytes))).ToList();
        _blocksByDay.Clear();
        return taken;
    }
}
