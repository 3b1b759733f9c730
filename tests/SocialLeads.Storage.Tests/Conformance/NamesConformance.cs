namespace SocialLeads.Storage.Tests.Conformance;

public abstract class NamesConformance : StoreConformance
{
    // In the order of their UTF-8 bytes; several are the same to a database that folds, trims, normalizes or cuts.
    private static readonly string[] _names =
    [
        "\0", "\0\0", " ", "%", "'; DROP TABLE members; --", "..", "A", "a", "a\0", "a\0b", "a\n", "a ", "a/0", "a/1",
        "e\u0301", "null", "ss", "strasse", "stra\u00dfe", new string('x', 2_047), new string('x', 2_047) + "y",
        "\u00e9", "\ufeffa", "\U0001f600",
    ];

    [Fact]
    public async Task Tenants_with_odd_names_never_see_each_other()
    {
        foreach (var tenant in _names)
        {
            var partition = await LoadAsync(new(tenant, 0));
            await partition.AppendAsync(Entry(1, $"log of {tenant}"), Cancel);
            await partition.SaveCheckpointAsync(
                new(1, [Member("m", $"state of {tenant}")], [new(1, $"symbol of {tenant}")], [Seen(1, $"ids of {tenant}")], 0),
                Cancel);
        }

        await ReopenAsync();

        Assert.Equal(_names, await Store.ListTenantsAsync(Cancel));
        foreach (var tenant in _names)
        {
            var partition = Store.Partition(new(tenant, 0));
            var saved = await partition.LoadAsync(0, Cancel);
            Assert.Equal([$"1:log of {tenant}"], await LogAsync(partition));
            Assert.Equal([$"m=state of {tenant}"], await MembersAsync(partition));
            Assert.Equal([new(1, $"symbol of {tenant}")], saved.Symbols);
            Assert.Equal([$"ids of {tenant}"], saved.SeenIds.Select(s => Text(s.Fingerprints)));
        }
    }

    [Fact]
    public async Task Members_with_odd_names_are_kept_apart()
    {
        var partition = await LoadAsync(First);
        await partition.SaveCheckpointAsync(Checkpoint(0, [.. _names.Reverse().Select(n => Member(n, $"of {n}"))]), Cancel);

        Assert.Equal(_names.Select(n => $"{n}=of {n}"), await MembersAsync(partition));
        foreach (var name in _names)
            Assert.Equal($"of {name}", Text((await partition.ReadMemberAsync(name, Cancel))!.Value.State));
    }

    [Fact]
    public async Task A_tenant_of_which_nothing_was_stored_is_not_listed()
    {
        await LoadAsync(new("only asked for", 3));
        await LoadWithEntriesAsync(new("with a log", 3), 1);
        await (await LoadAsync(new("with a checkpoint", 3))).SaveCheckpointAsync(Checkpoint(0, Member("m", "s")), Cancel);

        Assert.Equal(["with a checkpoint", "with a log"], await Store.ListTenantsAsync(Cancel));
    }
}
