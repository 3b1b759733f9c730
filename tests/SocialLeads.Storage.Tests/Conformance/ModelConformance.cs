using SocialLeads.Storage.Models;

namespace SocialLeads.Storage.Tests.Conformance;

public abstract class ModelConformance : StoreConformance
{
    private const string Document = "model: sales\ntitle: \"\u00dcber \U0001f98a\"\n";

    private static readonly ModelVersionId _first = new("acme", "sales", 1);

    private IModelStore Models => Store.Models;

    [Fact]
    public async Task Versions_are_numbered_from_one_for_each_model_and_tenant()
    {
        Assert.Equal(1, await AddAsync("acme", "sales"));
        Assert.Equal(2, await AddAsync("acme", "sales"));
        Assert.Equal(1, await AddAsync("acme", "other"));
        Assert.Equal(1, await AddAsync("rival", "sales"));
        Assert.Equal(3, await Models.AddAsync(New("acme", "sales"), firstVersion: 2, Cancel));
        Assert.Equal(8, await Models.AddAsync(New("acme", "sales"), firstVersion: 8, Cancel));
    }

    [Fact]
    public async Task A_version_is_kept_as_it_was_written()
    {
        await Models.AddAsync(new("acme", "sales", Document, "Zo\u00eb", "because\n\"it\" is '0'", 1_234), 1, Cancel);

        await ReopenAsync();

        var saved = await Models.ReadAsync("acme", Cancel);
        Assert.Equal(
            new StoredModel
            {
                Model = "sales",
                Version = 1,
                State = ModelState.Draft,
                Author = "Zo\u00eb",
                Reason = "because\n\"it\" is '0'",
                CreatedAtMs = 1_234,
                ChangedAtMs = 1_234,
                ValidatedAtMs = 1_234,
            },
            Assert.Single(saved.Models));
        Assert.Equal(new(Document, Damaged: false), await Models.ReadDocumentAsync(_first, Cancel));
        Assert.Equal(["acme"], await Store.ListTenantsAsync(Cancel));
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_not_found()
    {
        await AddAsync("acme", "sales");

        Assert.Null(await Models.ReadDocumentAsync(_first with { Version = 2 }, Cancel));
        Assert.Null(await Models.ReadDocumentAsync(_first with { Tenant = "rival" }, Cancel));
        Assert.False(await Models.TryChangeStateAsync(_first with { Model = "other" }, ModelState.Draft, ModelState.Published, 1, Cancel));
        Assert.False(await Models.NoteAsync(_first with { Tenant = "rival" }, ModelFact.Tried, 1, Cancel));
        Assert.Empty((await Models.ReadAsync("rival", Cancel)).Models);
    }

    [Fact]
    public async Task A_state_changes_only_from_the_one_that_is_expected()
    {
        await AddAsync("acme", "sales");

        Assert.True(await Models.TryChangeStateAsync(_first, ModelState.Draft, ModelState.Published, 20, Cancel));
        Assert.False(await Models.TryChangeStateAsync(_first, ModelState.Draft, ModelState.Published, 30, Cancel));
        Assert.True(await Models.TryChangeStateAsync(_first, ModelState.Published, ModelState.Retired, 40, Cancel));

        var version = Assert.Single((await Models.ReadAsync("acme", Cancel)).Models);
        Assert.Equal((ModelState.Retired, 10, 40), (version.State, version.CreatedAtMs, version.ChangedAtMs));
    }

    [Fact]
    public async Task Of_many_who_publish_at_once_one_wins()
    {
        await AddAsync("acme", "sales");

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => Models.TryChangeStateAsync(_first, ModelState.Draft, ModelState.Published, i, Cancel)));

        Assert.Single(won, one => one);
    }

    [Fact]
    public async Task Versions_that_are_added_at_once_get_numbers_of_their_own()
    {
        var versions = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AddAsync("acme", "sales")));

        Assert.Equal(Enumerable.Range(1, 20), versions.Order());
    }

    [Fact]
    public async Task Facts_are_recorded_with_their_time()
    {
        await AddAsync("acme", "sales");
        Assert.True(await Models.NoteAsync(_first, ModelFact.Tried, 20, Cancel));
        Assert.True(await Models.NoteAsync(_first, ModelFact.Tried, 30, Cancel));
        Assert.True(await Models.NoteAsync(_first, ModelFact.Ready, 40, Cancel));

        var version = Assert.Single((await Models.ReadAsync("acme", Cancel)).Models);

        Assert.Equal((10L, 30L, 40L), (version.ValidatedAtMs, version.TriedAtMs, version.ReadyAtMs));
        Assert.Equal((ModelState.Draft, 10), (version.State, version.ChangedAtMs));
    }

    [Fact]
    public async Task The_revision_grows_with_every_change_of_the_tenants_models()
    {
        var revisions = new List<long> { await Models.ReadRevisionAsync("acme", Cancel) };
        await AddAsync("acme", "sales");
        revisions.Add(await Models.ReadRevisionAsync("acme", Cancel));
        await Models.TryChangeStateAsync(_first, ModelState.Draft, ModelState.Published, 20, Cancel);
        revisions.Add(await Models.ReadRevisionAsync("acme", Cancel));
        await Models.NoteAsync(_first, ModelFact.Ready, 30, Cancel);
        revisions.Add(await Models.ReadRevisionAsync("acme", Cancel));
        await AddAsync("rival", "sales");

        Assert.Equal(0, revisions[0]);
        Assert.Equal(revisions.Distinct().Order(), revisions);
        Assert.Equal(revisions[^1], (await Models.ReadAsync("acme", Cancel)).Revision);
    }

    [Fact]
    public async Task What_was_told_to_be_stored_survives_a_crash()
    {
        await AddAsync("acme", "sales");
        await Models.TryChangeStateAsync(_first, ModelState.Draft, ModelState.Published, 20, Cancel);

        await CrashAsync();

        Assert.Equal(ModelState.Published, Assert.Single((await Models.ReadAsync("acme", Cancel)).Models).State);
    }

    [Fact]
    public async Task A_change_that_fails_changes_nothing()
    {
        await AddAsync("acme", "sales");
        FailCommits(2);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => AddAsync("acme", "sales"));

        Assert.Equal(2, await AddAsync("acme", "sales"));
    }

    [Fact]
    public async Task A_damaged_document_is_told()
    {
        await AddAsync("acme", "sales");
        await Harness.DamageModelAsync(_first);

        Assert.True((await Models.ReadDocumentAsync(_first, Cancel))!.Damaged);
    }

    [Fact]
    public async Task Names_that_cannot_be_stored_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync("", "sales"));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync("acme", ""));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync("acme", new string('x', 501)));
        await Assert.ThrowsAsync<ArgumentException>(() => AddAsync("acme", "\ud800"));
    }

    private static NewModel New(string tenant, string model) => new(tenant, model, Document, "Ann", "A reason.", 10);

    private async Task<int> AddAsync(string tenant, string model) => await Models.AddAsync(New(tenant, model), firstVersion: 1, Cancel);
}
