using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Filters;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Packs;
using SocialLeads.Scoring.Scores;
using SocialLeads.Scoring.Series;

namespace SocialLeads.Scoring.Tests.Packs;

/// <summary>Each behaviour of the pack, from what is said to contributions, with numbers worked out by hand.</summary>
public class ListeningTests
{
    private static readonly ScoringModel _pack = ModelPacks.Load().Single(model => model.Id == "listening");
    private static readonly FilterSet _filters = FilterSet.Of([_pack]);

    [Fact]
    public void A_statement_of_need_moves_a_member_to_action_at_once()
    {
        var question = Say("question", "We are looking for a solution to lead routing. Any suggestions?");
        Assert.Equal(["need: looking for a solution; Any suggestions"], Evidence(question));
        // 100 * 1 / 2; a second a week later, at 2^-0.5: 100 * 1.7071 / 2.7071 = 63.06, capped.
        Assert.Equal(["statement_of_need 1 50"], Lines(question));
        Assert.Equal(["1.7071 60"], Lines(question, Say("post", "Can anyone recommend something?", 7)).Select(line => line[18..24] + line[line.LastIndexOf(' ')..]));
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: _filters).Fold([], [Build.Activity("visit", 30), question]);
        Assert.Equal("action", ScoreSeries.Of(new Scorer(_pack, symbols), features, Build.Today, Build.Today).Days[0].Stage);
    }

    [Theory]
    [InlineData("We are looking for a really good open source solution")]
    [InlineData("In the market for a CRM? We are.")]
    [InlineData("which of these would you recommend?")]
    [InlineData("LOOKING FOR SOME TOOLS TO SCORE LEADS")]
    public void Statements_of_need(string text) => Assert.Contains(Evidence(Say("post", text)), line => line.StartsWith("need", StringComparison.Ordinal));

    [Theory]
    [InlineData("I am looking for a job, any suggestions?")]
    [InlineData("We found our solution")]
    [InlineData("A suggestion: read the manual")]
    public void Not_every_question_is_a_need(string text) => Assert.DoesNotContain(Evidence(Say("post", text)), line => line.StartsWith("need", StringComparison.Ordinal));

    [Fact]
    public void Unhappy_with_a_competitor()
    {
        var complaint = Say("comment", "So frustrating! Globex keeps crashing.");
        Assert.Equal(["competitor_unhappy: frustrating; Globex; keeps crashing"], Evidence(complaint));
        // 16 log2(1 + 1); of two on one day one counts.
        Assert.Equal(["competitor_unhappy 1 16"], Lines(complaint, complaint));
        Assert.Empty(Lines(Say("comment", "Globex is fine"), Say("comment", "so frustrating")));
    }

    [Fact]
    public void Talk_about_the_category()
    {
        var today = Say("post", "Lead scoring and marketing automation");
        Assert.Equal(["category: Lead scoring; marketing automation"], Evidence(today));
        // One day is not enough; two, one of them a half-life ago: 8 log2(2.5) = 10.575.
        Assert.Empty(Lines(today, today));
        Assert.Equal(["category_talk 1.5 10.575"], Lines(today, Say("answer", "which CRM?", 30)));
    }

    [Fact]
    public void Every_signal_has_a_test_here() =>
        Assert.Equal(["statement_of_need", "competitor_unhappy", "category_talk"], _pack.Signals.Select(signal => signal.Id));

    private static Activity Say(string kind, string text, int daysAgo = 0) => Build.Activity(kind, daysAgo) with { Text = text };

    private static IEnumerable<string> Evidence(Activity activity) =>
        _filters.Match(activity).Select(match => $"{match.Filter.Id}: {string.Join("; ", match.Evidence.Select(one => one.Text))}");

    private static IEnumerable<string> Lines(params Activity[] activities)
    {
        var symbols = new SymbolTable();
        var features = new FeatureFold(symbols, filters: _filters).Fold([], activities);
        return new Scorer(_pack, symbols).Explain(features, Build.Today)!.Contributions.Select(c => c.Signal + Build.Line(c));
    }
}
