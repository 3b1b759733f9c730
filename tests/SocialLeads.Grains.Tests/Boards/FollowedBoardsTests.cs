using FsCheck;
using FsCheck.Fluent;
using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Companies;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Grains.Tests.Boards;

public class FollowedBoardsTests
{
    private const int Members = 12;

    /// <summary>
    /// Members change, boards come, go, and look at so many changes as chance has it: whoever a board has not scored since the last change
    /// is in line for it, and when it has caught up there is nobody such.
    /// </summary>
    [Fact]
    public void Every_board_scores_every_member_after_its_last_change_whatever_its_pace()
    {
        var steps = Gen.Choose(0, 9).SelectMany(what => Gen.Choose(0, 100).Select(which => (What: what, Which: which))).ListOf(400);
        Check.QuickThrowOnFailure(Prop.ForAll(steps.ToArbitrary(), Follows));
    }

    [Fact]
    public void Who_changes_many_times_before_a_board_looks_is_scored_once()
    {
        var (followed, slow, quick) = (new FollowedBoards(), new WatchedBoard(), new WatchedBoard());
        var members = Some(2);
        followed.Add(slow);
        followed.Add(quick);

        for (var time = 0; time < 100; time++)
        {
            followed.Note(members[0]);
            followed.Note(members[1]);
            followed.CatchUp(quick, long.MaxValue / 2, int.MaxValue);
        }

        Assert.Equal(200, quick.Scored);
        Assert.Equal(0, slow.Scored);
        followed.CatchUp(slow, followed.Behind(slow), 2);
        Assert.Equal(2, slow.Scored);
        Assert.DoesNotContain(members, member => member.IsStale);
    }

    [Fact]
    public void Who_changes_while_no_board_has_looked_takes_no_second_place_in_line()
    {
        var (followed, board) = (new FollowedBoards(), new WatchedBoard());
        var member = Some(1)[0];
        Assert.False(followed.Note(member), "Nobody follows.");
        followed.Add(board);

        Assert.True(followed.Note(member));
        for (var time = 0; time < 10_000; time++) Assert.False(followed.Note(member));

        Assert.Equal(1, followed.Behind(board));
    }

    private static void Follows(IList<(int What, int Which)> steps)
    {
        var (followed, boards, members) = (new FollowedBoards(), new List<WatchedBoard>(), Some(Members));
        foreach (var (what, which) in steps)
        {
            if (what == 0 && boards.Count < 4)
            {
                boards.Add(new WatchedBoard());
                followed.Add(boards[^1]);
            }
            else if (what == 1 && which < 20 && boards.Count > 0)
            {
                followed.Remove(boards[which % boards.Count]);
                boards.RemoveAt(which % boards.Count);
            }
            else if (what < 4 && boards.Count > 0)
            {
                followed.CatchUp(boards[which % boards.Count], which, 1 + which / 10);
            }
            else
            {
                var member = members[which % Members];
                member.Version++;
                foreach (var board in boards) board.Missing.Add(member);
                followed.Note(member);
            }

            foreach (var member in members)
                Assert.Equal(boards.Exists(board => board.Missing.Contains(member)), member.IsStale && boards.Exists(board => board.Seen <= member.ChangedAt));
        }

        foreach (var board in boards)
        {
            followed.CatchUp(board, followed.Behind(board), int.MaxValue);
            Assert.Empty(board.Missing);
        }

        Assert.DoesNotContain(members, member => member.IsStale);
    }

    private static MemberEntry[] Some(int members) => [.. Enumerable.Range(0, members).Select(index => new MemberEntry($"m{index}", index))];

    /// <summary>A board that notes whom it scores.</summary>
    private sealed class WatchedBoard() : Board(default, new Scorer(ModelPacks.Load()[0], new SymbolTable()), new MemberPoints(), new RankedList())
    {
        public int Scored { get; private set; }

        public HashSet<MemberEntry> Missing { get; } = [];

        public override void Place(MemberEntry entry, OwnPoints own)
        {
            Scored++;
            Missing.Remove(entry);
        }
    }
}
