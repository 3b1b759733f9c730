using SocialLeads.Grains.Boards;
using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Ranking;
using SocialLeads.Grains.Tests.Partitions;
using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Tests.Companies;

/// <summary>Companies whose members are spread over partitions, against a reference of one thread.</summary>
public sealed class CompanyTests : IDisposable
{
    private const string Tenant = "default";

    private static readonly int _day = new DateOnly(2026, 3, 10).DayNumber;
    private static readonly ScoringModel _recruiting = ModelPacks.Load().Single(model => model.Id == "recruiting");

    private readonly string _folder = Directory.CreateTempSubdirectory("socialleads-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 60)]
    [InlineData(3, 400)]
    [InlineData(4, 30)]
    public async Task Whatever_is_interleaved_and_killed_every_answer_is_that_of_the_reference_in_the_end(int seed, int members)
    {
        var random = new Random(seed);
        var activities = new CompanyActivities(random, _day, members);
        var reference = new CompanyReference(_recruiting);
        for (var life = 0; life < 3; life++)
        {
            // Few resident members: most have to be read from the store when they are scored.
            var silo = await TestSilo.StartAsync(_folder, options => options.MaxResidentMembers = 16);
            for (var round = 0; round < 4; round++)
            {
                var batches = Enumerable.Range(0, 6).Select(_ => activities.Next(1 + random.Next(40))).ToList();
                var writing = batches.Select(batch => RecordAsync(silo, batch)).ToList();
                // Readers in the midst of it: nothing is asked of what they see but that it is one list of one model.
                var reading = Enumerable.Range(0, 4).Select(at => silo.Ranking.List(Tenant, Board(_day - at % 2), null, 1_000)).ToList();
                await Task.WhenAll(writing);
                foreach (var page in await Task.WhenAll(reading)) Assert.Equal(page.Keys.Order(), page.Keys);
                foreach (var batch in batches) reference.Add(batch);
                await AssertEqualAsync(silo, reference, _day);
            }

            await AssertEqualAsync(silo, reference, _day - 7);
            await AssertHistoryAsync(silo, reference, $"m{random.Next(members)}");
            if (life % 2 == 0) await silo.CrashAsync();
            else await silo.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task A_partition_that_starts_again_beside_others_tells_its_companies_anew(int seed)
    {
        var activities = new CompanyActivities(new Random(seed), _day, 40);
        var reference = new CompanyReference(_recruiting);
        await using var silo = await TestSilo.StartAsync(_folder);
        for (var round = 0; round < 6; round++)
        {
            var batch = activities.Next(25);
            // What is durable and was not acknowledged is sent again.
            silo.Store.AfterAppend = () => throw new StoreUnavailableException("The connection broke.", new IOException());
            await silo.Recorder.Record(Tenant, UtcDay.ToUnixMs(_day), [.. batch]);
            silo.Store.AfterAppend = () => Task.CompletedTask;
            await RecordAsync(silo, batch);
            reference.Add(batch);

            await AssertEqualAsync(silo, reference, _day);
        }
    }

    [Fact]
    public async Task More_tables_than_are_kept_are_gathered_again()
    {
        await using var silo = await TestSilo.StartAsync(_folder);
        var reference = new CompanyReference(_recruiting);
        for (var round = 0; round < 2; round++)
        {
            var batch = new CompanyActivities(new Random(9 + round), _day, 12).Next(60).ConvertAll(one => one with { Id = $"{round}/{one.Id}" });
            reference.Add(batch);
            await RecordAsync(silo, batch);
            for (var daysAgo = 0; daysAgo < 70; daysAgo++) await AssertCompaniesAsync(silo, reference, Board(_day - daysAgo));
        }

        await AssertEqualAsync(silo, reference, _day - 1);
    }

    [Fact]
    public async Task Companies_of_a_model_without_the_measure_are_there_when_asked_for()
    {
        var model = ModelPacks.Load().Single(one => one.Id == ModelPacks.DefaultModel);
        await using var silo = await TestSilo.StartAsync(_folder);
        var batch = new CompanyActivities(new Random(5), _day, 50).Next(300);
        var reference = new CompanyReference(model);
        reference.Add(batch);
        await RecordAsync(silo, batch);

        await AssertCompaniesAsync(silo, reference, new BoardId(model.Id, model.Version, _day));
        Assert.Null(await silo.Companies.Find(Tenant, new BoardId(model.Id, model.Version, _day), "gmail.com"));
    }

    [Fact]
    public async Task A_large_company_is_ranked_and_scored_and_only_its_history_is_too_long()
    {
        const int Members = 6_000;
        await using var silo = await TestSilo.StartAsync(_folder);
        var reference = new CompanyReference(_recruiting);
        var batch = Enumerable.Range(0, Members).SelectMany(member => Employee(member, "acme.example")).ToList();
        reference.Add(batch);
        foreach (var part in batch.Chunk(5_000)) await RecordAsync(silo, [.. part]);
        await AssertEqualAsync(silo, reference, _day);

        // The best of them changes, and with it the points of all others.
        List<Activity> more = [.. Enumerable.Range(0, 4).Select(at => Act($"more{at}", 0, "group_join") with { Group = $"g{at}" })];
        reference.Add(more);
        await RecordAsync(silo, more);
        await AssertEqualAsync(silo, reference, _day);

        Assert.True((await silo.Ranking.History(Tenant, Board(_day), "m7", _day - 9))!.IsTooLong);
    }

    [Fact]
    public async Task A_trial_counts_colleagues_as_ranked_lists_do()
    {
        var document = _recruiting.Document;
        var draft = document.Replace("measure: colleagues\n    weight: 16", "measure: colleagues\n    weight: 9", StringComparison.Ordinal);
        Assert.NotEqual(document, draft);
        await using var silo = await TestSilo.StartAsync(_folder);
        var (now, then) = (new CompanyReference(ModelDocument.Parse(draft).Model!), new CompanyReference(_recruiting));
        var batch = new CompanyActivities(new Random(6), _day, 40).Next(600);
        now.Add(batch);
        then.Add(batch);
        await RecordAsync(silo, batch);

        var plan = new TrialPlan(draft, document, [_day - 3], TrialPlan.DefaultWithin, _day);
        var trial = Assert.Single((await silo.Trials.RunAsync(Tenant, plan, _ => Task.CompletedTask, TestContext.Current.CancellationToken)).Days);

        var (drafted, against) = (now.Explanations(_day - 3), then.Explanations(_day - 3));
        Assert.NotEmpty(trial.Movers);
        foreach (var (member, place) in trial.Movers)
        {
            Assert.Equal(
                (drafted[member.Member].Points.Thousandths, drafted[member.Member].Score, against[member.Member].Points.Thousandths, against[member.Member].Score),
                (member.DraftPoints, member.DraftScore, member.AgainstPoints, member.AgainstScore));
            Assert.Equal(1 + drafted.Values.Count(one => one.Points.Thousandths > member.DraftPoints), place.DraftPlace);
            Assert.All(member.Signals, signal => Assert.Equal("colleagues_stir", signal.Signal));
        }
    }

    /// <summary>A member who has long been at a company, with up to three recommendations.</summary>
    private static IEnumerable<Activity> Employee(int member, string domain) =>
    [
        Act("r", member, "registration", daysAgo: 399) with { EmailDomain = domain },
        .. Enumerable.Range(0, member % 4).Select(at => Act($"{at}", member, "recommendation")),
    ];

    private static Activity Act(string id, int member, string kind, int daysAgo = 0) =>
        new() { Id = id, Member = $"m{member}", Kind = kind, OccurredAtMs = UtcDay.ToUnixMs(_day - daysAgo) };

    private static BoardId Board(int day) => new(_recruiting.Id, _recruiting.Version, day);

    private static async Task RecordAsync(TestSilo silo, List<Activity> batch) =>
        Assert.Equal(RecordStatus.Recorded, (await silo.Recorder.Record(Tenant, UtcDay.ToUnixMs(_day), [.. batch])).Status);

    private static async Task AssertEqualAsync(TestSilo silo, CompanyReference reference, int day)
    {
        var explained = reference.Explanations(day);
        // All at once, so that they share what they gather.
        var (single, listing) = (silo.Ranking.Rank(Tenant, Board(day), [.. reference.Members]), silo.Ranking.List(Tenant, Board(day), null, 10_000));
        var ranked = reference.Ranked(day);
        Assert.Equal(ranked, (await listing).Keys);
        AssertScores(await single, [.. reference.Members], explained, ranked);
        await AssertCompaniesAsync(silo, reference, Board(day));
    }

    /// <summary>Each day of a history is what the score as of that day is.</summary>
    private static async Task AssertHistoryAsync(TestSilo silo, CompanyReference reference, string member)
    {
        var history = await silo.Ranking.History(Tenant, Board(_day), member, _day - 29);
        if (!reference.Members.Contains(member))
        {
            Assert.Null(history);
            return;
        }

        foreach (var day in history!.Days)
            Assert.Equal(reference.Explanations(day.Day).GetValueOrDefault(member)?.Points.Thousandths, day.PointsThousandths);
    }

    private static void AssertScores(
        RankedScores scores, List<string> members, Dictionary<string, Scoring.Scores.Explanation> explained, List<RankedKey> ranked)
    {
        for (var at = 0; at < members.Count; at++)
        {
            var score = scores.Scores[at];
            Assert.Equal(explained.ContainsKey(members[at]), score is not null);
            if (score is null) continue;
            Assert.Equal(
                explained[members[at]].Contributions.Select(one => (one.Signal, one.Facet, one.Measured, one.Points.Thousandths)),
                score.Contributions.Select(one => (one.Signal, one.Facet, one.Measured, one.PointsThousandths)));
            Assert.Equal(score.PointsThousandths, score.Contributions.Sum(one => one.PointsThousandths));
            Assert.Equal(new RankedKey(score.PointsThousandths, members[at]), ranked[(int)scores.Ranks[at] - 1]);
        }
    }

    private static async Task AssertCompaniesAsync(TestSilo silo, CompanyReference reference, BoardId board)
    {
        var companies = reference.Companies(board.AsOfDay);
        var page = await silo.Companies.List(Tenant, board, null, 100);
        Assert.Equal(companies.Select(Line), page.Companies.Select(Line));
        Assert.Equal((1, companies.Count), (page.FirstRank, page.Total));
        for (var at = 0; at < companies.Count; at++)
        {
            var found = await silo.Companies.Find(Tenant, board, companies[at].Domain);
            Assert.Equal((Line(companies[at]), at + 1), (Line(found!.Company), found.Rank));
        }

        if (companies.Count < 2) return;
        var rest = await silo.Companies.List(Tenant, board, new RankedKey(companies[0].Points.Thousandths, companies[0].Domain), 1);
        Assert.Equal((Line(companies[1]), 2), (Line(Assert.Single(rest.Companies)), rest.FirstRank));
    }

    private static string Line(Scoring.Companies.CompanyRollup company) =>
        $"{company.Domain} {company.Points} {company.Members}: {string.Join(' ', company.Best.Select(one => $"{one.Member} {one.OwnPoints}"))}";
}
