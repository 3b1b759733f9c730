using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Tests.Boards;

public class BoardSetTests
{
    private static readonly int _today = BoardRig.Today;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task A_board_that_was_built_while_members_changed_shows_what_they_are_now(int seed) => BoardRig.InTurns(async () =>
    {
        var random = new Random(seed);
        var rig = new BoardRig();
        for (var member = 0; member < 3_000; member++) rig.Act(member, random.Next(60));
        rig.BeforeScoring = () =>
        {
            for (var i = 0; i < 40; i++) rig.Act(random.Next(3_000 + rig.Slices * 5), random.Next(60));
            return Task.CompletedTask;
        };

        var board = await rig.Boards.GetAsync(rig.Board(_today));

        Assert.True(rig.Slices > 3_000 / BoardBuild.SliceLength + 1, "Nobody had to be scored again.");
        Assert.Equal(rig.Expected(_today), board.Take(null, int.MaxValue));
        rig.Act(7);
        board = await rig.Boards.GetAsync(rig.Board(_today));
        Assert.Equal(rig.Expected(_today), board.Take(null, int.MaxValue));
        Assert.Equal(rig.Members.Count, board.Count);
    });

    [Fact]
    public Task Members_who_change_or_come_while_the_board_is_merged_and_shown_are_in_it() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 20_000; member++) rig.Act(member, member % 50);
        var wanted = rig.Boards.GetAsync(rig.Board(_today)).AsTask();
        for (var member = 0; !wanted.IsCompleted; member++)
        {
            rig.Act(member % 20_000);
            rig.Act(20_000 + member);
            await Task.Yield();
        }

        var board = await rig.Boards.GetAsync(rig.Board(_today));

        Assert.Equal(rig.Expected(_today), board.Take(null, int.MaxValue));
    });

    [Fact]
    public Task Who_looks_after_a_long_time_sees_all_that_changed_and_lets_others_work_meanwhile() => BoardRig.InTurns(async () =>
    {
        const int Members = 6_000;
        var rig = new BoardRig();
        for (var member = 0; member < Members; member++) rig.Act(member);
        await rig.Boards.GetAsync(rig.Board(_today));
        // Nobody has looked for two upkeeps.
        rig.Boards.Upkeep(_today, _today);
        rig.Boards.Upkeep(_today, _today);
        for (var member = 0; member < Members; member++) rig.Act(member, member % 50);

        var asked = rig.Boards.GetAsync(rig.Board(_today)).AsTask();
        var turns = 0;
        for (; !asked.IsCompleted; turns++)
        {
            rig.Act(turns);
            await Task.Yield();
        }

        var board = await asked;
        Assert.True(turns > 2, "All members were scored in one turn.");
        Assert.Equal(rig.Expected(_today), board.Take(null, int.MaxValue));
    });

    [Fact]
    public Task Who_looks_while_more_changes_than_can_be_scored_gets_what_had_changed_when_he_asked() => BoardRig.InTurns(async () =>
    {
        const int Members = 6_000;
        var rig = new BoardRig();
        for (var member = 0; member < Members; member++) rig.Act(member, 20);
        await rig.Boards.GetAsync(rig.Board(_today));
        for (var member = 0; member < Members; member++) rig.Act(member, 10);
        var expected = rig.Expected(_today).ToDictionary(key => key.Member, key => key.PointsThousandths);

        var asked = rig.Boards.GetAsync(rig.Board(_today)).AsTask();
        for (var turn = 0; !asked.IsCompleted; turn++)
        {
            Assert.True(turn < 100, "He waits for what came after him.");
            for (var member = 0; member < 2_000; member++) rig.Act(Members + 2_000 * turn + member);
            await Task.Yield();
        }

        var shown = (await asked).Take(null, int.MaxValue).Where(key => expected.ContainsKey(key.Member)).ToDictionary(key => key.Member, key => key.PointsThousandths);
        Assert.Equal(expected, shown);
    });

    [Fact]
    public Task A_past_day_that_falls_far_behind_is_dropped_and_today_is_not() => BoardRig.InTurns(async () =>
    {
        const int Members = 140_000;
        var rig = new BoardRig();
        rig.Boards.Keep(_today);
        var today = await rig.Boards.GetAsync(rig.Board(_today));
        await rig.Boards.GetAsync(rig.Board(_today - 1));
        var before = rig.Boards.Count;

        for (var member = 0; member < Members; member++)
        {
            rig.Act(member);
            if (member % 5_000 == 0) await rig.Boards.GetAsync(rig.Board(_today));
        }

        Assert.Equal(before - 1, rig.Boards.Count);
        Assert.Same(today, await rig.Boards.GetAsync(rig.Board(_today)));
        Assert.Equal(Members, today.Count);
        Assert.Equal(rig.Expected(_today - 1), (await rig.Boards.GetAsync(rig.Board(_today - 1))).Take(null, int.MaxValue));
    });

    [Fact]
    public Task A_board_that_is_dropped_while_members_are_scored_is_built_again() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig(maxBoards: 1);
        var past = rig.Board(_today - 200);
        for (var member = 0; member < 6_000; member++) rig.Act(member, 300);
        await rig.Boards.GetAsync(past);
        for (var upkeep = 0; upkeep < 10; upkeep++) rig.Boards.Upkeep(_today, _today + 1);
        for (var member = 0; member < 6_000; member++) rig.Act(member, 250);

        var asked = rig.Boards.GetAsync(past).AsTask();
        for (var others = 1; !asked.IsCompleted; others++)
        {
            for (var i = 0; i < 8; i++) rig.Boards.Upkeep(_today, _today + 1);
            rig.Act(others, 250);
            await Task.Yield();
        }

        Assert.Equal(rig.Expected(_today - 200), (await asked).Take(null, int.MaxValue));
    });

    [Fact]
    public Task Askers_of_one_board_wait_for_one_build() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 3 * BoardBuild.SliceLength + 1; member++) rig.Act(member);

        var boards = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rig.Boards.GetAsync(rig.Board(_today)).AsTask()));

        Assert.Single(boards.Distinct());
        Assert.Equal(4, rig.Slices);
    });

    [Fact]
    public Task A_board_is_served_while_another_is_built_and_none_is_seen_half_done() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 1_000; member++) rig.Act(member, 1);
        await rig.Boards.GetAsync(rig.Board(_today - 1));
        var gate = new TaskCompletionSource();
        rig.BeforeScoring = () => gate.Task;
        rig.Boards.Keep(_today);
        var tomorrow = rig.Boards.GetAsync(rig.Board(_today)).AsTask();

        rig.Act(3, 1);
        var served = await rig.Boards.GetAsync(rig.Board(_today - 1));

        Assert.Equal(rig.Expected(_today - 1), served.Take(null, int.MaxValue));
        Assert.False(tomorrow.IsCompleted);
        Assert.Equal(1, rig.Boards.Count);
        gate.SetResult();
        Assert.Equal(rig.Expected(_today), (await tomorrow).Take(null, int.MaxValue));
    });

    [Fact]
    public Task The_boards_of_today_go_before_those_of_past_days() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 10; member++) rig.Act(member);
        var gate = new TaskCompletionSource();
        rig.BeforeScoring = () => gate.Task;
        var past = Enumerable.Range(1, 3).Select(ago => rig.Boards.GetAsync(rig.Board(_today - ago)).AsTask()).ToArray();
        rig.Boards.Keep(_today);
        var today = rig.Boards.GetAsync(rig.Board(_today)).AsTask();

        gate.SetResult();
        var second = await Task.WhenAny(today, past[1], past[2]);

        Assert.Same(today, second);
        await Task.WhenAll(past);
    });

    [Fact]
    public Task Past_days_beyond_those_that_may_wait_are_refused_and_those_that_are_wanted_already_are_not() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        rig.Act(1);
        rig.Boards.Keep(_today);
        await rig.Boards.GetAsync(rig.Board(_today));
        var gate = new TaskCompletionSource();
        rig.BeforeScoring = () => gate.Task;
        var waiting = Enumerable.Range(2, TooManyBoardsException.MostWaiting).Select(ago => rig.Boards.GetAsync(rig.Board(_today - ago)).AsTask()).ToArray();

        var oneMore = rig.Boards.GetAsync(rig.Board(_today - 1)).AsTask();
        Assert.True(oneMore.IsCompleted, "It waits, too.");
        var refused = await Assert.ThrowsAsync<TooManyBoardsException>(() => oneMore);
        var same = waiting.Select((_, at) => rig.Boards.GetAsync(rig.Board(_today - 2 - at)).AsTask()).ToArray();
        await rig.Boards.GetAsync(rig.Board(_today));
        rig.Boards.Keep(_today + 1);
        var tomorrow = rig.Boards.GetAsync(rig.Board(_today + 1)).AsTask();
        gate.SetResult();

        Assert.Equal("64 rankings of other days or models wait to be built.", refused.Message);
        Assert.Equal(rig.Expected(_today + 1), (await tomorrow).Take(null, int.MaxValue));
        Assert.Equal(await Task.WhenAll(waiting), await Task.WhenAll(same));
        Assert.Equal(rig.Expected(_today - 1), (await rig.Boards.GetAsync(rig.Board(_today - 1))).Take(null, int.MaxValue));
    });

    [Fact]
    public Task Members_who_come_while_a_board_waits_for_its_turn_are_in_it() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        rig.Act(1);
        var gate = new TaskCompletionSource();
        rig.BeforeScoring = () => gate.Task;
        _ = rig.Boards.GetAsync(rig.Board(_today - 1)).AsTask();
        var waiting = rig.Boards.GetAsync(rig.Board(_today)).AsTask();

        rig.Act(2);
        gate.SetResult();

        Assert.Equal(rig.Expected(_today), (await waiting).Take(null, int.MaxValue));
    });

    [Fact]
    public Task A_build_that_fails_is_told_and_the_next_asker_gets_another() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 3 * BoardBuild.SliceLength; member++) rig.Act(member);
        var told = new List<Exception>();
        rig.Boards.BuildFailed = told.Add;
        rig.BeforeScoring = () => rig.Slices == 2 ? throw new IOException("The disk is gone.") : Task.CompletedTask;

        await Assert.ThrowsAsync<IOException>(() => rig.Boards.GetAsync(rig.Board(_today)).AsTask());
        var board = await rig.Boards.GetAsync(rig.Board(_today));

        Assert.Single(told);
        Assert.Equal(rig.Expected(_today), board.Take(null, int.MaxValue));
    });

    [Fact]
    public Task Past_days_that_were_asked_for_longest_ago_make_room_and_today_stays() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig(maxBoards: 8);
        rig.Act(1, 30);
        rig.Boards.Keep(_today);
        var today = await rig.Boards.GetAsync(rig.Board(_today));

        for (var ago = 1; ago < 20; ago++) await rig.Boards.GetAsync(rig.Board(_today - ago));
        var slices = rig.Slices;
        await rig.Boards.GetAsync(rig.Board(_today - 19));

        Assert.Equal(8, rig.Boards.Count);
        Assert.Same(today, await rig.Boards.GetAsync(rig.Board(_today)));
        Assert.Equal(slices, rig.Slices);
    });

    [Fact]
    public Task A_past_day_nobody_asks_for_is_dropped_and_the_kept_days_are_not() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        rig.Act(1, 30);
        rig.Boards.Upkeep(_today, _today + 1);
        await rig.Boards.GetAsync(rig.Board(_today + 1));
        await rig.Boards.GetAsync(rig.Board(_today - 1));
        await rig.Boards.GetAsync(rig.Board(_today - 2));

        for (var upkeep = 0; upkeep < 20; upkeep++)
        {
            rig.Boards.Upkeep(_today, _today + 1);
            await rig.Boards.GetAsync(rig.Board(_today - 2));
        }

        Assert.Equal(2 * rig.Models + 1, rig.Boards.Count);
        var slices = rig.Slices;
        await rig.Boards.GetAsync(rig.Board(_today - 2));
        Assert.Equal(slices, rig.Slices);
        await rig.Boards.GetAsync(rig.Board(_today - 1));
        Assert.Equal(slices + 1, rig.Slices);
    });

    [Fact]
    public Task The_boards_of_a_model_that_is_retired_are_dropped_when_nobody_asks_for_them() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        rig.Act(1, 30);
        rig.Boards.Keep(_today);
        await rig.Boards.GetAsync(rig.Board(_today));
        rig.Live.Live = [];

        for (var upkeep = 0; upkeep < 20; upkeep++) rig.Boards.Upkeep(_today, _today);

        Assert.Equal(0, rig.Boards.Count);
        Assert.Equal(rig.Expected(_today), (await rig.Boards.GetAsync(rig.Board(_today))).Take(null, int.MaxValue));
    });

    [Fact]
    public Task A_model_that_is_published_gets_its_boards_at_the_next_upkeep() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        rig.Act(1, 30);
        var all = rig.Live.Live;
        rig.Live.Live = [];
        rig.Boards.Upkeep(_today, _today);
        Assert.Equal(0, rig.Boards.Count);

        rig.Live.Live = all;
        rig.Boards.Upkeep(_today, _today);
        var slices = rig.Slices;
        await rig.Boards.GetAsync(rig.Board(_today));

        Assert.True(rig.Slices <= slices + rig.Models, "A board was built twice.");
        Assert.Equal(rig.Expected(_today), (await rig.Boards.GetAsync(rig.Board(_today))).Take(null, int.MaxValue));
    });

    [Fact]
    public Task A_stopped_set_ends_its_builds() => BoardRig.InTurns(async () =>
    {
        var rig = new BoardRig();
        for (var member = 0; member < 1_000; member++) rig.Act(member);
        var gate = new TaskCompletionSource();
        rig.BeforeScoring = () => gate.Task;
        var wanted = rig.Boards.GetAsync(rig.Board(_today)).AsTask();

        var stopped = rig.Boards.StopAsync();
        gate.SetResult();
        await stopped;

        await Assert.ThrowsAsync<OperationCanceledException>(() => wanted);
        Assert.Equal(1, rig.Slices);
    });
}
