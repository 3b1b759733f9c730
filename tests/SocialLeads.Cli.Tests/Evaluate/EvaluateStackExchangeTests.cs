using System.Globalization;
using System.Text.Json;
using SocialLeads.Cli.Evaluate.StackExchange;
using SocialLeads.Cli.Import.StackExchange;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.Scoring.Packs;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Evaluate;

public sealed class EvaluateStackExchangeTests
{
    [Fact]
    public async Task Baselines_and_models_are_held_against_who_posts_again()
    {
        var json = await JsonOf();
        Assert.Equal(
            ["2018-04-06", "2018-04-21", "2018-05-06", "2018-05-21"],
            json.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("asOf").GetString()));
        Assert.All(json.GetProperty("days").EnumerateArray(), day =>
            Assert.Equal((60, 6), (day.GetProperty("members").GetInt32(), day.GetProperty("positives").GetInt32())));
        var rankings = json.GetProperty("rankings").EnumerateArray().ToDictionary(ranking => ranking.GetProperty("ranking").GetString()!);
        Assert.Equal(
            ["corporate-community@1, dated signals", "corporate-community@1", "past posts", "recency", "posts and recency"], rankings.Keys);
        // Six of sixty members are looked for, and the top tenth is six members.
        foreach (var right in (string[])["corporate-community@1, dated signals", "past posts", "recency", "posts and recency"])
            Assert.Equal((1, 1, 10), Figures(rankings[right]));
        // By the profile, which is there for those alone who never come back, the six stand last.
        Assert.Equal((0, 0, 0), Figures(rankings["corporate-community@1"]));
    }

    [Fact]
    public async Task Days_and_what_counts_can_be_told()
    {
        var json = await JsonOf("--as-of", "2018-05-01", "--within", "30", "--least", "3");
        var day = json.GetProperty("days").EnumerateArray().Single();
        Assert.Equal(("2018-05-01", 6), (day.GetProperty("asOf").GetString(), day.GetProperty("positives").GetInt32()));
        Assert.Equal("who posts at least 3 more times within the next 30 days?", json.GetProperty("question").GetString());
    }

    [Fact]
    public async Task A_server_that_has_not_imported_the_dump_is_told_how()
    {
        using var dump = LongDump.Create();
        await using var server = await FakeServer.StartAsync();
        server.Models.Document = ModelPacks.Load().Single(pack => pack.Id == "corporate-community").Document;
        server.Leads.Leads.Add(new Lead { Member = "somebody", Score = 1 });
        var run = await CliRun.AgainstAsync(server, "evaluate", "stackexchange", dump.Path);
        Assert.Equal(
            (4, "", $"socialleads: as of 2018-04-06 the server knows nobody of this dump; import it: socialleads import stackexchange {dump.Path}\n"),
            (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("2018-07-01", "--as-of: the 60 days after 2018-07-01 are not over by 2018-07-20")]
    [InlineData("2018-02-01", "--as-of: 2018-02-01 is too early: the regression is fitted 60 days before, when there was nothing to learn")]
    public async Task Days_without_a_past_or_a_future(string day, string error)
    {
        using var dump = LongDump.Create();
        await using var server = await ServeAsync();
        var run = await CliRun.AgainstAsync(server, "evaluate", "stackexchange", dump.Path, "--as-of", day);
        Assert.Equal((2, $"socialleads: {error}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_dump_of_two_days_is_too_short()
    {
        using var dump = new SmallDump();
        var run = await CliRun.AgainstAsync(null, "evaluate", "stackexchange", dump.Path);
        Assert.Equal(
            (2, "socialleads: the dump has posts from 2018-03-12 to 2018-03-13: too short for 60 days before and after a day\n"),
            (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_history_is_what_members_did_themselves()
    {
        using var dump = new SmallDump(comments: """<row Id="5" PostId="10" CreationDate="2018-03-20T10:00:00.000" UserId="1" Text="!" />""");
        var history = await DumpHistory.ReadAsync(DumpFolder.Open(dump.Path), TestContext.Current.CancellationToken);
        var asker = history.Members["1"];
        Assert.Equal(new DateOnly(2018, 3, 20), history.LastDay);
        Assert.Equal((0, 1), (asker.PostsUntil(new(2018, 3, 11)), asker.PostsUntil(new(2018, 3, 12))));
        Assert.Equal((1, 0), (asker.PostsWithin(new(2018, 3, 11), 1), asker.PostsWithin(new(2018, 3, 12), 60)));
        Assert.Equal((2, 7, 1), (asker.DaysSinceLast(new(2018, 3, 11)), asker.DaysSinceLast(new(2018, 3, 19)), asker.DaysSinceLast(new(2018, 3, 21))));
        // Member 3 was seen last on 2018-09-01, which is not what the member did.
        Assert.Equal(10, history.Members["3"].DaysSinceLast(new(2018, 3, 19)));
    }

    private static (double Auc, double Recall, double Lift) Figures(JsonElement ranking) => (
        ranking.GetProperty("auc").GetDouble(), ranking.GetProperty("recallAt10Percent").GetDouble(), ranking.GetProperty("liftAt10Percent").GetDouble());

    private static async Task<JsonElement> JsonOf(params string[] more)
    {
        using var dump = LongDump.Create();
        await using var server = await ServeAsync();
        var run = await CliRun.AgainstAsync(server, ["evaluate", "stackexchange", dump.Path, "--json", "--draws", "100", .. more]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    /// <summary>Members 1 to 6 have four points for their posts, and all others eight for their profile.</summary>
    private static async Task<FakeServer> ServeAsync()
    {
        var server = await FakeServer.StartAsync();
        server.Models.Document = ModelPacks.Load().Single(pack => pack.Id == "corporate-community").Document;
        server.Leads.Leads.AddRange(Enumerable.Range(1, LongDump.Members).Select(member => LeadOf(member)));
        return server;
    }

    private static Lead LeadOf(int member)
    {
        var (signal, points) = member <= 6 ? ("content_posts", 4) : ("profile_completeness", 8);
        return new Lead
        {
            Member = member.ToString(CultureInfo.InvariantCulture),
            Points = points,
            Score = points,
            Contributions = { new Contribution { Signal = signal, Points = points } },
        };
    }
}
