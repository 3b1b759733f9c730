using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

public class CompanyTests
{
    private const string Recruiting = "recruiting";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_roll_up_into_companies_and_mail_services_are_none()
    {
        await using var server = await WithCompanies();

        var list = await server.Leads.ListCompaniesAsync(new ListCompaniesRequest { Model = Recruiting, AsOf = Sample.Day }, cancellationToken: Cancel);

        // Three recommendations are 16 points, one is 8; the mean is of five.
        Assert.Equal(
            [("acme.example", 12.8, 1, 4), ("globex.example", 1.6, 2, 1), ("idle.example", 0, 3, 1)],
            list.Companies.Select(one => (one.Domain, one.Points, one.Rank, one.Members)));
        Assert.Equal((3, Recruiting, Sample.Day, ""), (list.TotalSize, list.Model, list.AsOf, list.NextPageToken));
        Assert.All(list.Companies, one => Assert.Empty(one.Best));

        var acme = await CompanyAsync(server, "ACME.example");
        Assert.Equal(
            [("a0", 16, 3.2), ("a1", 16, 3.2), ("a2", 16, 3.2), ("a3", 16, 3.2)],
            acme.Best.Select(one => (one.Member, one.OwnPoints, one.Adds)));
        acme.Best.Clear();
        Assert.Equal(list.Companies[0], acme);
        var refused = await Assert.ThrowsAsync<RpcException>(() => CompanyAsync(server, "gmail.com"));
        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Pages_make_up_the_list_whatever_model()
    {
        await using var server = await TestServer.StartAsync();
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Enumerable.Range(0, 25).SelectMany(at => Member($"m{at}", $"c{at:00}.example", recommendations: at % 4))), cancellationToken: Cancel);
        foreach (var model in (string[])[Recruiting, ""])
        {
            var request = new ListCompaniesRequest { Model = model, AsOf = Sample.Day };
            var all = await server.Leads.ListCompaniesAsync(request, cancellationToken: Cancel);
            request.PageSize = 7;
            var paged = new List<Company>();
            do
            {
                var page = await server.Leads.ListCompaniesAsync(request, cancellationToken: Cancel);
                paged.AddRange(page.Companies);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);

            Assert.Equal(25, all.TotalSize);
            Assert.Equal(all.Companies, paged);
            Assert.Equal(Enumerable.Range(1, 25).Select(rank => (long)rank), paged.Select(one => one.Rank));
        }
    }

    [Fact]
    public async Task What_colleagues_add_is_the_same_in_every_answer_and_reaches_all_of_them()
    {
        await using var server = await WithCompanies();

        var list = await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { Model = Recruiting, AsOf = Sample.Day, View = LeadView.Full }, cancellationToken: Cancel);

        // The four at acme have three colleagues with 16 points each and lack two: 9.6, and 16 * 9.6 / 34.6 = 4.439.
        var stirred = list.Leads.Where(lead => lead.Contributions.Any(one => one.Signal == "colleagues_stir")).ToList();
        Assert.Equal(["a0", "a1", "a2", "a3"], stirred.Select(lead => lead.Member));
        Assert.All(stirred, lead => Assert.Equal((20.439, 9.6), (lead.Points, lead.Contributions.Single(one => one.Signal == "colleagues_stir").Measured)));
        var batch = await server.Leads.BatchGetScoresAsync(
            new BatchGetScoresRequest { Model = Recruiting, AsOf = Sample.Day, Members = { list.Leads.Select(lead => lead.Member) } }, cancellationToken: Cancel);
        Assert.Equal(list.Leads, batch.Leads);

        // A colleague far from all of them does something, and every answer has it at once.
        await server.Activities.RecordActivitiesAsync(Sample.Batch(Member("a4", "acme.example", recommendations: 3)), cancellationToken: Cancel);
        var score = await server.Leads.GetScoreAsync(
            new GetScoreRequest { Member = "a0", Model = Recruiting, AsOf = Sample.Day }, cancellationToken: Cancel);
        Assert.Equal(12.8, score.Lead.Contributions.Single(one => one.Signal == "colleagues_stir").Measured);
        Assert.Equal(score.Lead.Points, score.Lead.Contributions.Sum(one => one.Points), 9);
        Assert.Equal(16, (await CompanyAsync(server, "acme.example")).Points);
    }

    [Fact]
    public async Task Whoever_changes_company_takes_the_points_along()
    {
        await using var server = await WithCompanies();
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(Act("move", "a3", "email_change", "globex.example")), cancellationToken: Cancel);

        var acme = await CompanyAsync(server, "acme.example");
        var globex = await CompanyAsync(server, "globex.example");
        var before = (await server.Leads.GetCompanyAsync(
            new GetCompanyRequest { Domain = "acme.example", Model = Recruiting, AsOf = "2026-03-09" }, cancellationToken: Cancel)).Company;

        Assert.Equal((3, 9.6), (acme.Members, acme.Points));
        Assert.Equal(["a3", "g0"], globex.Best.Select(one => one.Member));
        Assert.Equal(4, before.Members);
    }

    [Fact]
    public async Task Each_day_of_a_history_is_the_score_as_of_that_day_colleagues_included()
    {
        await using var server = await WithCompanies();

        var history = await server.Leads.GetScoreHistoryAsync(
            new GetScoreHistoryRequest { Member = "a0", Model = Recruiting, AsOf = Sample.Day, Days = 4 }, cancellationToken: Cancel);

        Assert.Equal(["2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"], history.Days.Select(day => day.Day));
        Assert.Equal([0, 20.439, 20.439, 20.439], history.Days.Select(day => day.Points));
        foreach (var day in history.Days)
        {
            var score = await server.Leads.GetScoreAsync(
                new GetScoreRequest { Member = "a0", Model = Recruiting, AsOf = day.Day }, cancellationToken: Cancel);
            Assert.Equal(score.Lead.Points, day.Points);
        }
    }

    [Fact]
    public async Task A_model_that_is_published_counts_colleagues_from_its_first_list_on()
    {
        await using var server = await WithCompanies();
        var document = ModelDrafts.Document("stir").Replace(
            "signals:",
            "signals:\n  - { signal: stir, title: Stir, why: They go., measure: colleagues, weight: 0.5, cap: 100 }",
            StringComparison.Ordinal).Replace("kinds: [post]", "kinds: [recommendation]", StringComparison.Ordinal);

        var version = await ModelDrafts.PublishAsync(server, await ModelDrafts.CreateAsync(server, document));

        var list = await ModelDrafts.LeadsAsync(server, version.Model_, version.Version);
        // Three recommendations, and half of what three colleagues with three each are: 9 / 5.
        Assert.Equal([3.9, 3.9, 3.9, 3.9, 3, 1, 0], list.Leads.Select(lead => lead.Points));
        Assert.Equal(["a0", "a1", "a2", "a3", "p0", "g0", "i0"], list.Leads.Select(lead => lead.Member));
    }

    /// <summary>Four at acme with 16 points each, one at globex with 8, one idle, one with the address of a mail service.</summary>
    private static async Task<TestServer> WithCompanies()
    {
        var server = await TestServer.StartAsync(settings: new KeyValuePair<string, string?>("Packs", Recruiting));
        await server.Activities.RecordActivitiesAsync(
            Sample.Batch(
            [
                .. Enumerable.Range(0, 4).SelectMany(at => Member($"a{at}", "Acme.example", recommendations: 3)),
                .. Member("g0", "globex.example", recommendations: 1),
                .. Member("i0", "idle.example", recommendations: 0),
                .. Member("p0", "gmail.com", recommendations: 3),
            ]),
            cancellationToken: Cancel);
        return server;
    }

    private static IEnumerable<Activity> Member(string member, string domain, int recommendations) =>
    [
        Act("r", member, "registration", domain, daysBefore: 99),
        .. Enumerable.Range(0, recommendations).Select(at => Act($"{at}", member, "recommendation", daysBefore: 2)),
    ];

    private static Activity Act(string id, string member, string kind, string domain = "", int daysBefore = 0) => new()
    {
        Id = id,
        Member = member,
        Kind = kind,
        EmailDomain = domain,
        OccurredAt = Timestamp.FromDateTime(Sample.At.AddDays(-daysBefore)),
    };

    private static async Task<Company> CompanyAsync(TestServer server, string domain) => (await server.Leads.GetCompanyAsync(
        new GetCompanyRequest { Domain = domain, Model = Recruiting, AsOf = Sample.Day }, cancellationToken: Cancel)).Company;
}
