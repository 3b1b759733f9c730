using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class ModelLifeTests
{
    private const string Pack = "corporate-community";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_stored_published_and_retired()
    {
        await using var server = await WithMembersAsync(20);
        var document = ModelDrafts.Document("posts");

        var draft = await ModelDrafts.CreateAsync(server, document);
        Assert.Equal(("posts", 1, ModelState.Draft, "Ann", "A test."), (draft.Model_, draft.Version, draft.State, draft.Author, draft.Reason));
        Assert.NotNull(draft.ValidateTime);
        Assert.Equal(document, (await ModelDrafts.GetAsync(server, "posts")).Document);
        Assert.Equal("MODEL_IS_DRAFT", await PreconditionAsync(ModelDrafts.LeadsAsync(server, "posts", 1)));
        Assert.Equal("MODEL_NOT_READY", await PreconditionAsync(ModelDrafts.LeadsAsync(server, "posts")));

        var published = await ModelDrafts.PublishAsync(server, draft);
        Assert.True(published is { State: ModelState.Published, DefaultVersion: true, TryTime: null });
        var ranked = await ModelDrafts.LeadsAsync(server, "posts");
        Assert.Equal((20, 1), (ranked.Leads.Count, ranked.ModelVersion));
        Assert.All(ranked.Leads, lead => Assert.Equal(PostsOf(lead.Member), lead.Points));

        await server.Models.RetireModelAsync(new RetireModelRequest { Model = "posts", Version = 1 }, cancellationToken: Cancel);
        Assert.Equal("MODEL_NOT_READY", await PreconditionAsync(ModelDrafts.LeadsAsync(server, "posts")));
        Assert.Equal(ranked.Leads, (await ModelDrafts.LeadsAsync(server, "posts", 1)).Leads);
        var listed = await server.Models.ListModelsAsync(new ListModelsRequest(), cancellationToken: Cancel);
        Assert.DoesNotContain(listed.Models, model => model.Model_ == "posts");
        var all = await server.Models.ListModelsAsync(new ListModelsRequest { Model = "posts", ShowRetired = true }, cancellationToken: Cancel);
        Assert.Equal(ModelState.Retired, Assert.Single(all.Models).State);
    }

    [Fact]
    public async Task Two_versions_are_live_at_once_and_each_follows_what_members_do()
    {
        await using var server = await WithMembersAsync(10);
        var one = await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 1)));
        var two = await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 2)));
        Assert.Equal((1, 2), (one.Version, two.Version));

        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 50).Select(i => Sample.Post($"more{i}", "m03"))), cancellationToken: Cancel);

        var single = await ModelDrafts.LeadsAsync(server, "posts", 1);
        var doubled = await ModelDrafts.LeadsAsync(server, "posts", 2);
        Assert.Equal(("m03", 50 + PostsOf("m03")), (single.Leads[0].Member, single.Leads[0].Points));
        Assert.Equal(single.Leads.Select(lead => (lead.Member, 2 * lead.Points)), doubled.Leads.Select(lead => (lead.Member, lead.Points)));
        Assert.Equal(2, (await ModelDrafts.LeadsAsync(server, "posts")).ModelVersion);
        Assert.Equal(1, (await ModelDrafts.LeadsAsync(server, Pack)).ModelVersion);
    }

    [Fact]
    public async Task No_list_mixes_two_models_while_activities_stream_in_and_versions_are_published()
    {
        await using var server = await WithMembersAsync(300);
        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 1)));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var sending = SendAsync(server, ended.Token);
        var seen = new HashSet<int>();
        var reading = ReadAsync(server, seen, ended.Token);

        for (var version = 2; version <= 5; version++)
        {
            var draft = await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", Math.Pow(10, version - 1)));
            await ModelDrafts.PublishAsync(server, draft);
            Assert.Equal(version, (await ModelDrafts.LeadsAsync(server, "posts", pageSize: 1)).ModelVersion);
            await server.Models.RetireModelAsync(new RetireModelRequest { Model = "posts", Version = version - 1 }, cancellationToken: Cancel);
        }

        await ended.CancelAsync();
        var sent = await sending;
        await reading;
        Assert.True(sent > 0, "Nothing was recorded meanwhile.");
        Assert.True(seen.Count > 1, "Only one version was ever read.");
        var last = await ModelDrafts.LeadsAsync(server, "posts", 4);
        Assert.Equal(300 + sent, last.TotalSize);
    }

    [Fact]
    public async Task A_list_that_was_begun_goes_on_with_its_version()
    {
        await using var server = await WithMembersAsync(30);
        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 1)));
        var first = await ModelDrafts.LeadsAsync(server, "posts", pageSize: 10);

        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 2)));
        var second = await ModelDrafts.LeadsAsync(server, "posts", token: first.NextPageToken, pageSize: 10);

        Assert.Equal((1, 1), (first.ModelVersion, second.ModelVersion));
        Assert.Equal(11, second.Leads[0].Rank);
        Assert.All(second.Leads, lead => Assert.Equal(PostsOf(lead.Member), lead.Points));
        var mixed = await Assert.ThrowsAsync<RpcException>(() => ModelDrafts.LeadsAsync(server, "posts", 2, first.NextPageToken));
        Assert.Equal(StatusCode.InvalidArgument, mixed.StatusCode);
    }

    [Fact]
    public async Task Of_many_who_publish_one_wins()
    {
        await using var server = await TestServer.StartAsync();
        var draft = await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts"));

        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                await server.Models.PublishModelAsync(
                    new PublishModelRequest { Model = draft.Model_, Version = draft.Version }, cancellationToken: Cancel);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Single(tries, one => one == StatusCode.OK);
        Assert.Equal(7, tries.Count(one => one == StatusCode.FailedPrecondition));
    }

    [Fact]
    public async Task A_tenants_own_versions_of_a_pack_come_behind_it_and_give_way_to_it_when_retired()
    {
        await using var server = await WithMembersAsync(5);
        var document = (await ModelDrafts.GetAsync(server, Pack)).Document.Replace("half: 50", "half: 60", StringComparison.Ordinal);

        var own = await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, document));

        Assert.Equal((2, false), (own.Version, own.Pack));
        Assert.Equal(2, (await ModelDrafts.LeadsAsync(server, "")).ModelVersion);
        Assert.Equal(1, (await ModelDrafts.LeadsAsync(server, "", 1)).ModelVersion);
        Assert.True((await ModelDrafts.GetAsync(server, Pack, 1)) is { Pack: true, DefaultVersion: false, State: ModelState.Published });
        await server.Models.RetireModelAsync(new RetireModelRequest { Model = Pack, Version = 2 }, cancellationToken: Cancel);
        Assert.Equal(1, (await ModelDrafts.LeadsAsync(server, "")).ModelVersion);
        Assert.Equal("MODEL_IS_PACK", await PreconditionAsync(
            server.Models.RetireModelAsync(new RetireModelRequest { Model = Pack, Version = 1 }, cancellationToken: Cancel).ResponseAsync));
    }

    [Fact]
    public async Task Tenants_never_see_each_others_models()
    {
        await using var server = await TestServer.StartAsync();
        var acme = new Metadata { { "socialleads-tenant", "acme" } };
        await ModelDrafts.CreateAsync(server, ModelDrafts.Document("secret"), acme);
        await ModelDrafts.CreateAsync(server, ModelDrafts.Document("ours"));

        var ours = await server.Models.ListModelsAsync(new ListModelsRequest(), cancellationToken: Cancel);
        var theirs = await server.Models.ListModelsAsync(new ListModelsRequest(), acme, cancellationToken: Cancel);

        Assert.DoesNotContain(ours.Models, model => model.Model_ == "secret");
        Assert.Contains(theirs.Models, model => model.Model_ == "secret");
        Assert.DoesNotContain(theirs.Models, model => model.Model_ == "ours");
        foreach (var headers in new Metadata[] { [], new() { { "socialleads-tenant", "nobody" } } })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() => server.Models.GetModelAsync(
                new GetModelRequest { Model = "secret", Version = 1 }, headers, cancellationToken: Cancel).ResponseAsync);
            Assert.Equal(StatusCode.NotFound, refused.StatusCode);
            refused = await Assert.ThrowsAsync<RpcException>(() => server.Models.PublishModelAsync(
                new PublishModelRequest { Model = "secret", Version = 1 }, headers, cancellationToken: Cancel).ResponseAsync);
            Assert.Equal(StatusCode.NotFound, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Models_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("socialleads-models-").FullName;
        try
        {
            ListLeadsResponse before;
            await using (var server = await TestServer.StartAsync(folder))
            {
                await server.Activities.RecordActivitiesAsync(Sample.Batch(Posts(12)), cancellationToken: Cancel);
                await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 3)));
                before = await ModelDrafts.LeadsAsync(server, "posts");
            }

            await using var again = await TestServer.StartAsync(folder);
            Assert.Equal(before, await ModelDrafts.LeadsAsync(again, "posts"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task No_more_are_published_than_may_be()
    {
        await using var server = await TestServer.StartAsync(settings: new KeyValuePair<string, string?>("Models:MaxLive", "1"));
        await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts")));
        var second = await ModelDrafts.CreateAsync(server, ModelDrafts.Document("posts", 2));

        var refused = await Assert.ThrowsAsync<RpcException>(() => ModelDrafts.PublishAsync(server, second));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);

        await server.Models.RetireModelAsync(new RetireModelRequest { Model = "posts", Version = 1 }, cancellationToken: Cancel);
        Assert.True((await ModelDrafts.PublishAsync(server, second)).DefaultVersion);
    }

    private static double PostsOf(string member) => 1 + int.Parse(member.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 9;

    private static IEnumerable<Activity> Posts(int members) => Enumerable.Range(0, members)
        .SelectMany(member => Enumerable.Range(0, 1 + member % 9).Select(post => Sample.Post($"{post}", $"m{member:00}", post)));

    private static async Task<TestServer> WithMembersAsync(int count)
    {
        var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Posts(count)), cancellationToken: Cancel);
        return server;
    }

    /// <summary>Records new members one after another, and counts them.</summary>
    private static async Task<int> SendAsync(TestServer server, CancellationToken ended)
    {
        var sent = 0;
        while (!ended.IsCancellationRequested)
        {
            await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", $"new{sent}")), cancellationToken: Cancel);
            sent++;
        }

        return sent;
    }

    /// <summary>Each version's points are whole multiples of another power of ten, from one to nine: a list of two would show.</summary>
    private static async Task ReadAsync(TestServer server, HashSet<int> seen, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            var list = await ModelDrafts.LeadsAsync(server, "posts");
            var unit = Math.Pow(10, list.ModelVersion - 1);
            seen.Add(list.ModelVersion);
            Assert.All(list.Leads, lead => Assert.InRange(lead.Points, unit, 9 * unit));
        }
    }

    private static async Task<string> PreconditionAsync(Task call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => call);
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        var detail = Assert.Single(refused.GetRpcStatus()!.Details).Unpack<Google.Rpc.PreconditionFailure>();
        return Assert.Single(detail.Violations).Type;
    }
}
