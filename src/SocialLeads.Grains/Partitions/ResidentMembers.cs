namespace SocialLeads.Grains.Partitions;

/// <summary>
/// Which members' features are in memory, and who leaves it when there are too many: of those whose features are saved, whoever
/// was saved, and so changed, longest ago; whoever was used again meanwhile stands in line once more. Each step of it is paid for
/// by a save or a use.
/// </summary>
/// <param name="most">
/// Members that may be in memory; those with unsaved changes come on top, and those whom boards have still to score.
/// </param>
internal sealed class ResidentMembers(int most)
{
    private readonly Queue<MemberEntry> _line = new();

    public int Count { get; private set; }

    /// <summary>A member's features have come to memory.</summary>
    public void Came() => Count++;

    /// <summary>A member's features are in the store as they are here.</summary>
    public void MayLeave(MemberEntry entry)
    {
        if (entry.IsInLine)
        {
            entry.WasUsed = true;
            return;
        }

        entry.IsInLine = true;
        _line.Enqueue(entry);
    }

    /// <summary>Has members leave while there are too many. While commits are under way, only for the one that has just been folded: the next
    /// looks again for those it needs.</summary>
    public void MakeRoom()
    {
        for (var left = 2 * _line.Count; Count > most && left > 0 && _line.TryDequeue(out var entry); left--)
        {
            if (entry.SaveState == SaveState.Saved && (entry.WasUsed || entry.IsStale))
            {
                // Boards score a stale member from what is in memory, which is soon.
                entry.WasUsed = false;
                _line.Enqueue(entry);
                continue;
            }

            entry.IsInLine = false;
            // Whoever has changed stands in line again when that is saved.
            if (entry.SaveState != SaveState.Saved) continue;
            entry.Leave();
            Count--;
        }
    }
}
