using System.Globalization;

namespace SocialLeads.Storage.Tests.Conformance;

public abstract class CheckpointConformance : StoreConformance
{
    [Fact]
    public async Task A_checkpoint_is_read_back_after_reopening()
    {
        var partition = await LoadWithEntriesAsync(First, 5);
        await partition.SaveCheckpointAsync(
            new(
                4,
                [Member("bob", "B"), Member("ann", "A")],
                [new(2, "two"), new(0, ""), new(1, "\0 odd \ud83d\ude00")],
                [Seen(8, "x"), Seen(7, "y")],
                int.MinValue),
            Cancel);

        await ReopenAsync();

        partition = Store.Partition(First);
        var saved = await partition.LoadAsync(int.MinValue, Cancel);
        Assert.Equal((4, 5), (saved.CheckpointPosition, saved.LastPosition));
        Assert.Equal([new(0, ""), new(1, "\0 odd \ud83d\ude00"), new(2, "two")], saved.Symbols);
        Assert.Equal(["7:y", "8:x"], saved.SeenIds.Select(s => $"{s.Day}:{Text(s.Fingerprints)}"));
        Assert.Equal(["ann=A", "bob=B"], await MembersAsync(partition));
    }

    [Fact]
    public async Task What_filters_are_counted_of_stays_until_it_is_replaced()
    {
        var partition = await LoadWithEntriesAsync(First, 3);
        Assert.Empty((await partition.LoadAsync(0, Cancel)).FilterCounts.Counts.ToArray());
        await partition.SaveCheckpointAsync(Checkpoint(1) with { FilterCounts = Counts("one") }, Cancel);
        await partition.SaveCheckpointAsync(Checkpoint(2), Cancel);
        await ReopenAsync();

        partition = Store.Partition(First);
        Assert.Equal(("one", false), Read((await partition.LoadAsync(0, Cancel)).FilterCounts));
        Assert.Equal(("", false), Read((await Store.Partition(Second).LoadAsync(0, Cancel)).FilterCounts));
        await partition.SaveCheckpointAsync(Checkpoint(3) with { FilterCounts = Counts("two") }, Cancel);
        Assert.Equal(("two", false), Read((await partition.LoadAsync(0, Cancel)).FilterCounts));
        await Harness.DamageFilterCountsAsync(First);
        Assert.True((await partition.LoadAsync(0, Cancel)).FilterCounts.Damaged);

        static SavedFilterCounts Counts(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
        static (string, bool) Read(SavedFilterCounts saved) => (Text(saved.Counts), saved.Damaged);
    }

    [Fact]
    public async Task A_partition_without_a_checkpoint_is_empty()
    {
        var partition = Store.Partition(First);
        var saved = await partition.LoadAsync(0, Cancel);

        Assert.Equal((0, 0), (saved.CheckpointPosition, saved.LastPosition));
        Assert.Empty(saved.Symbols);
        Assert.Empty(saved.SeenIds);
        Assert.Empty(await MembersAsync(partition));
        Assert.Null(await partition.ReadMemberAsync("ann", Cancel));
    }

    [Fact]
    public async Task Members_are_replaced_and_the_others_stay()
    {
        var partition = await LoadWithEntriesAsync(First, 2);
        await partition.SaveCheckpointAsync(Checkpoint(1, Member("ann", "old"), Member("bob", "same")), Cancel);
        await partition.SaveCheckpointAsync(Checkpoint(2, Member("ann", "new"), Member("cid", "")), Cancel);

        Assert.Equal(["ann=new", "bob=same", "cid="], await MembersAsync(partition));
        Assert.Equal("new", Text((await partition.ReadMemberAsync("ann", Cancel))!.Value.State));
        Assert.Null(await partition.ReadMemberAsync("Ann", Cancel));
    }

    [Fact]
    public async Task Some_members_are_read_together_as_one_by_one()
    {
        var partition = await LoadAsync(First);
        var members = Enumerable.Range(0, 3_000).Select(i => Member($"m{i:d5}\0\ud83d\ude00", $"s{i}")).ToList();
        await partition.SaveCheckpointAsync(Checkpoint(0, [.. members]), Cancel);
        await Harness.DamageMemberAsync(First, members[1].Member);
        await (await LoadAsync(Second)).SaveCheckpointAsync(Checkpoint(0, Member("elsewhere", "s")), Cancel);

        var asked = members.Where((_, index) => index % 2 == 1).ToList();
        var read = await partition.ReadMembersAsync([.. asked.Select(m => m.Member), "nobody", "elsewhere"], Cancel);

        Assert.Equal(asked.Select(m => m.Member), read.Select(m => m.Member).Order(StringComparer.Ordinal));
        Assert.Equal(asked[0].Member, Assert.Single(read, m => m.Damaged).Member);
        Assert.All(read.Where(m => !m.Damaged), m => Assert.Equal($"s{int.Parse(m.Member.AsSpan(1, 5), CultureInfo.InvariantCulture)}", Text(m.State)));
        Assert.Empty(await partition.ReadMembersAsync([], Cancel));
        Assert.Empty(await partition.ReadMembersAsync(["nobody"], Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => partition.ReadMembersAsync(["m00001", ""], Cancel));
    }

    [Fact]
    public async Task More_members_than_a_page_are_all_read_in_order()
    {
        var names = Enumerable.Range(0, 2_500).Select(i => $"m{i:d5}").ToList();
        var state = new byte[3_000];
        var partition = await LoadAsync(First);
        await partition.SaveCheckpointAsync(Checkpoint(0, [.. names.Select(n => new SavedMember(n, state))]), Cancel);

        Assert.Equal(names, await partition.ReadMembersAsync(Cancel).Select(m => m.Member).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_checkpoint_stays_at_its_position_or_moves_on_but_not_back_nor_past_the_log()
    {
        var partition = await LoadWithEntriesAsync(First, 3);
        await partition.SaveCheckpointAsync(Checkpoint(2, Member("m", "two")), Cancel);

        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(Checkpoint(1, Member("m", "one")), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(Checkpoint(4, Member("m", "four")), Cancel));
        Assert.Equal(["m=two"], await MembersAsync(partition));

        await partition.SaveCheckpointAsync(Checkpoint(2, Member("m", "two again")), Cancel);
        Assert.Equal(["m=two again"], await MembersAsync(partition));
        Assert.Equal(2, (await partition.LoadAsync(0, Cancel)).CheckpointPosition);
    }

    [Fact]
    public async Task A_checkpoint_is_saved_whole_or_not_at_all()
    {
        var partition = await LoadWithEntriesAsync(First, 2);
        await partition.SaveCheckpointAsync(new(1, [Member("m", "one")], [new(1, "tag")], [Seen(1, "a")], 0), Cancel);

        await Assert.ThrowsAsync<ArgumentException>(() => partition.SaveCheckpointAsync(
            new(2, [Member("m", "two"), Member("n", "two")], [new(2, "new"), new(1, "not tag")], [Seen(1, "b")], 0), Cancel));

        var saved = await partition.LoadAsync(0, Cancel);
        Assert.Equal(1, saved.CheckpointPosition);
        Assert.Equal([new(1, "tag")], saved.Symbols);
        Assert.Single(saved.SeenIds);
        Assert.Equal(["m=one"], await MembersAsync(partition));
    }

    [Fact]
    public async Task A_symbol_may_be_saved_again_with_its_text()
    {
        var partition = await LoadAsync(First);
        await partition.SaveCheckpointAsync(new(0, [], [new(1, "tag")], [], 0), Cancel);
        await partition.SaveCheckpointAsync(new(0, [], [new(1, "tag"), new(2, "tag")], [], 0), Cancel);

        Assert.Equal([new(1, "tag"), new(2, "tag")], (await partition.LoadAsync(0, Cancel)).Symbols);
    }

    [Fact]
    public async Task Blocks_of_seen_ids_add_up_until_their_day_is_forgotten()
    {
        var partition = await LoadAsync(First);
        await partition.SaveCheckpointAsync(new(0, [], [], [Seen(-1, "a"), Seen(3, "b"), Seen(3, "c")], int.MinValue), Cancel);
        await partition.SaveCheckpointAsync(new(0, [], [], [Seen(3, "d"), Seen(4, "e"), Seen(2, "f")], 0), Cancel);

        Assert.Equal(["2:f", "3:b", "3:c", "3:d", "4:e"], await SeenAsync(int.MinValue));
        Assert.Equal(["3:b", "3:c", "3:d", "4:e"], await SeenAsync(3));
        await partition.LoadAsync(0, Cancel);
        await partition.SaveCheckpointAsync(new(0, [], [], [Seen(4, "g")], 4), Cancel);
        Assert.Equal(["4:e", "4:g"], await SeenAsync(int.MinValue));

        async Task<IEnumerable<string>> SeenAsync(int oldest) =>
            (await Store.Partition(First).LoadAsync(oldest, Cancel)).SeenIds.Select(s => $"{s.Day}:{Text(s.Fingerprints)}");
    }

    [Fact]
    public async Task Damaged_states_are_handed_out_as_such()
    {
        var partition = await LoadAsync(First);
        await partition.SaveCheckpointAsync(
            new(0, [Member("ann", "A"), Member("bob", "B")], [], [Seen(1, "a"), Seen(2, "b")], 0), Cancel);
        await Harness.DamageMemberAsync(First, "ann");
        await Harness.DamageSeenIdsAsync(First, 2);

        var members = await partition.ReadMembersAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal([("ann", true), ("bob", false)], members.Select(m => (m.Member, m.Damaged)));
        Assert.True((await partition.ReadMemberAsync("ann", Cancel))!.Value.Damaged);
        Assert.False((await partition.ReadMemberAsync("bob", Cancel))!.Value.Damaged);
        Assert.Equal([false, true], (await partition.LoadAsync(0, Cancel)).SeenIds.Select(s => s.Damaged));
    }

    [Fact]
    public async Task Names_that_cannot_be_stored_are_refused()
    {
        var partition = await LoadAsync(First);

        await Assert.ThrowsAsync<ArgumentException>(() => partition.SaveCheckpointAsync(Checkpoint(0, Member("", "s")), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(Checkpoint(0, Member("\udc00", "s")), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(new(0, [], [new(1, "\ud800")], [], 0), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(Checkpoint(0, Member(new string('\u00e9', 1_025), "s")), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => partition.ReadMemberAsync("", Cancel));
    }

    [Fact]
    public async Task A_member_or_a_symbol_that_comes_twice_is_refused()
    {
        var partition = await LoadAsync(First);

        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(Checkpoint(0, Member("m", "one"), Member("m", "two")), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(
            () => partition.SaveCheckpointAsync(new(0, [], [new(1, "tag"), new(1, "tag")], [], 0), Cancel));
    }

    [Fact]
    public async Task A_large_checkpoint_is_saved_whole()
    {
        var members = Enumerable.Range(0, 12_000).Select(i => Member($"m{i:d5}", $"s{i}")).ToList();
        var symbols = Enumerable.Range(0, 12_000).Select(i => new SavedSymbol(i, $"t{i}")).ToList();
        var partition = await LoadAsync(First);

        await partition.SaveCheckpointAsync(new(0, members, symbols, [], 0), Cancel);

        Assert.Equal(members.Select(m => $"{m.Member}={Text(m.State)}"), await MembersAsync(partition));
        Assert.Equal(symbols, (await partition.LoadAsync(0, Cancel)).Symbols);
    }
}
