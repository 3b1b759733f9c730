using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Outcomes, from the wire and back to it.</summary>
public class OutcomeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_outcome_is_listed_and_no_score_knows_of_it()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Sample.Post("1", "ann"), Sample.Post("2", "ann", 3)), cancellationToken: Cancel);
        var before = await ScoreAsync(server, "ann");

        Assert.Equal(Disposition.Accepted, await RecordAsync(server, Won("1", "ann")));

        Assert.Equal(["ann Won 2026-03-10 1250.5"], await ListAsync(server, new()));
        Assert.Equal(before, await ScoreAsync(server, "ann"));
    }

    [Fact]
    public async Task The_same_outcome_again_is_a_duplicate_also_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;
        await using (var server = await TestServer.StartAsync(folder))
        {
            Assert.Equal(Disposition.Accepted, await RecordAsync(server, Won("1", "ann")));
            Assert.Equal(Disposition.Duplicate, await RecordAsync(server, Won("1", "ann")));
        }

        await using (var server = await TestServer.StartAsync(folder))
        {
            Assert.Equal(Disposition.Duplicate, await RecordAsync(server, Won("1", "ann")));
            Assert.Equal(Disposition.Accepted, await RecordAsync(server, Won("2", "ann")));
            Assert.Equal(2, (await ListAsync(server, new())).Count);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_wrong_outcome_is_refused_and_every_field_named()
    {
        await using var server = await TestServer.StartAsync();
        var wrong = new Outcome { Id = "", Member = "ann", Kind = (OutcomeKind)9, Amount = -1 };
        Assert.Equal(["outcome.id", "outcome.kind", "outcome.occurred_at", "outcome.amount"], await RefusedAsync(() => RecordAsync(server, wrong)));
        Assert.Equal(["outcome"], await RefusedAsync(() => RecordAsync(server, null)));
        Assert.Empty(await ListAsync(server, new()));
    }

    [Fact]
    public async Task In_a_batch_a_wrong_outcome_does_not_fail_its_neighbours()
    {
        await using var server = await TestServer.StartAsync();
        var wrong = Won("2", "bob");
        wrong.Amount = double.NaN;
        var answer = await server.Leads.BatchRecordOutcomesAsync(
            new BatchRecordOutcomesRequest { Outcomes = { Won("1", "ann"), wrong, Won("3", "cat"), Won("1", "ann") } }, cancellationToken: Cancel);
        Assert.Equal(
            [Disposition.Accepted, Disposition.Rejected, Disposition.Accepted, Disposition.Duplicate],
            answer.Results.Select(result => result.Disposition));
        Assert.Equal(["amount"], answer.Results[1].Violations.Select(one => one.Field));
        Assert.Equal(["outcomes"], await RefusedAsync(async () => await server.Leads.BatchRecordOutcomesAsync(new(), cancellationToken: Cancel)));
    }

    [Fact]
    public async Task The_kind_of_outcomes_is_refused_of_activities()
    {
        await using var server = await TestServer.StartAsync();
        var sent = Sample.Post("1", "ann");
        sent.Kind = "outcome";
        var answer = await server.Activities.RecordActivitiesAsync(Sample.Batch(sent), cancellationToken: Cancel);
        var violation = Assert.Single(Assert.Single(answer.Results).Violations);
        Assert.Equal("kind", violation.Field);
        Assert.Contains("RecordOutcome", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_with_nothing_but_outcomes_has_no_score()
    {
        await using var server = await TestServer.StartAsync();
        await RecordAsync(server, Won("1", "ann"));
        var list = await server.Leads.ListLeadsAsync(new ListLeadsRequest { AsOf = Sample.Day }, cancellationToken: Cancel);
        Assert.Equal((0, 0L), (list.Leads.Count, list.TotalSize));
        var refused = await Assert.ThrowsAsync<RpcException>(() => ScoreAsync(server, "ann"));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_narrowed()
    {
        await using var server = await TestServer.StartAsync();
        var request = new BatchRecordOutcomesRequest();
        for (var i = 0; i < 60; i++)
        {
            var outcome = Won($"{i}", $"m{i % 25}", daysBefore: i % 10);
            outcome.Amount = i;
            if (i % 2 == 1) outcome.Kind = OutcomeKind.Lost;
            request.Outcomes.Add(outcome);
        }

        await server.Leads.BatchRecordOutcomesAsync(request, cancellationToken: Cancel);

        Assert.Equal(60, (await ListAsync(server, new() { PageSize = 7 })).Distinct().Count());
        Assert.Equal(30, (await ListAsync(server, new() { PageSize = 7, Kinds = { OutcomeKind.Lost } })).Count);
        Assert.Equal(60, (await ListAsync(server, new() { PageSize = 7, Kinds = { OutcomeKind.Lost, OutcomeKind.Unspecified } })).Count);
        Assert.Equal(12, (await ListAsync(server, new() { PageSize = 5, FromDay = "2026-03-02", ToDay = "2026-03-03" })).Count);
        Assert.Equal(
            ["m3 Lost 2026-03-07 3", "m3 Lost 2026-03-07 53", "m3 Won 2026-03-02 28"],
            (await ListAsync(server, new() { PageSize = 1, Member = "m3" })).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_listed_is_refused_and_the_field_named()
    {
        await using var server = await TestServer.StartAsync();
        await RecordAsync(server, Won("1", "ann"));
        await RecordAsync(server, Won("2", "ann"));
        var page = await server.Leads.ListOutcomesAsync(new() { PageSize = 1 }, cancellationToken: Cancel);
        Assert.NotEmpty(page.NextPageToken);
        (string Field, ListOutcomesRequest Request)[] wrong =
        [
            ("member", new() { Member = new string('x', 201) }),
            ("from_day", new() { FromDay = "yesterday" }),
            ("to_day", new() { ToDay = "2026-02-30" }),
            ("to_day", new() { FromDay = "2026-03-02", ToDay = "2026-03-01" }),
            ("kinds[1]", new() { Kinds = { OutcomeKind.Won, (OutcomeKind)7 } }),
            ("page_size", new() { PageSize = -1 }),
            ("page_token", new() { PageToken = "!" }),
            ("page_token", new() { PageToken = page.NextPageToken, Member = "ann" }),
            ("page_token", new() { PageToken = page.NextPageToken, Kinds = { OutcomeKind.Won } }),
        ];
        foreach (var (field, request) in wrong)
            Assert.Equal([field], await RefusedAsync(async () => await server.Leads.ListOutcomesAsync(request, cancellationToken: Cancel)));
    }

    [Fact]
    public async Task Tenants_do_not_see_each_others_outcomes()
    {
        await using var server = await TestServer.StartAsync();
        await RecordAsync(server, Won("1", "ann"));
        var headers = new Metadata { { "socialleads-tenant", "other" } };
        Assert.Empty((await server.Leads.ListOutcomesAsync(new(), headers, cancellationToken: Cancel)).Outcomes);
        Assert.Equal(
            Disposition.Accepted,
            (await server.Leads.RecordOutcomeAsync(new() { Outcome = Won("1", "ann") }, headers, cancellationToken: Cancel)).Disposition);
        Assert.Single((await server.Leads.ListOutcomesAsync(new(), headers, cancellationToken: Cancel)).Outcomes);
    }

    private static Outcome Won(string id, string member, int daysBefore = 0) => new()
    {
        Id = id,
        Member = member,
        Kind = OutcomeKind.Won,
        OccurredAt = Timestamp.FromDateTime(Sample.At.AddDays(-daysBefore)),
        Amount = 1250.5,
    };

    private static async Task<Disposition> RecordAsync(TestServer server, Outcome? outcome) =>
        (await server.Leads.RecordOutcomeAsync(new RecordOutcomeRequest { Outcome = outcome }, cancellationToken: Cancel)).Disposition;

    private static async Task<Lead> ScoreAsync(TestServer server, string member) =>
        (await server.Leads.GetScoreAsync(new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel)).Lead;

    private static async Task<List<string>> ListAsync(TestServer server, ListOutcomesRequest request)
    {
        var listed = new List<string>();
        do
        {
            var page = await server.Leads.ListOutcomesAsync(request, cancellationToken: Cancel);
            listed.AddRange(page.Outcomes.Select(one => FormattableString.Invariant($"{one.Member} {one.Kind} {one.Day} {one.Amount}")));
            Assert.True(request.PageSize == 0 || page.Outcomes.Count <= request.PageSize);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return listed;
    }

    private static async Task<IEnumerable<string>> RefusedAsync(Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        return refused.GetRpcStatus()!.Details.Single(one => one.Is(BadRequest.Descriptor)).Unpack<BadRequest>().FieldViolations.Select(one => one.Field);
    }
}
