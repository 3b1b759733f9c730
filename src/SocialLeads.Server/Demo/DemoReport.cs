using System.Globalization;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Server.Demo;

/// <summary>Everything a demo says besides its progress. The same seed gives the same text.</summary>
internal sealed class DemoReport(IAnsiConsole console)
{
    private const string Cli = "dotnet run --project src/SocialLeads.Cli --";

    /// <summary>Where the command line looks for a server that it is not told of.</summary>
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>Introduces the community.</summary>
    public void Opening(DemoOptions options, DateOnly firstDay, int interested)
    {
        console.Write(new Rule("A simulated community goes in").LeftJustified());
        Say($"The community of Fernwerk, makers of Relay: {options.Members:N0} members, seed {options.Seed}.");
        Say($"It is followed for {options.Days} days, from {firstDay:yyyy-MM-dd} to {Community.LastDay:yyyy-MM-dd}.");
        Say($"{interested:N0} of them are truly interested in buying. Nobody says so; the server sees only what they do.");
        console.WriteLine();
    }

    /// <summary>What became of the activities.</summary>
    public void Fed(FeedResult feed)
    {
        console.WriteLine();
        if (feed.Total > 0 && feed.Duplicates == feed.Total)
        {
            Say($"This community is in the store already: all {feed.Duplicates:N0} activities are duplicates and count no second time.");
        }
        else
        {
            Say($"{feed.Accepted:N0} activities are recorded and durable.");
            if (feed.Duplicates > 0)
                Say($"{feed.Duplicates:N0} were recorded by an earlier run; they count no second time.");
        }

        if (feed.Rejected > 0)
            Say($"{feed.Rejected:N0} were rejected. The first: {feed.FirstRejection}");

        console.WriteLine();
    }

    /// <summary>The best leads.</summary>
    public void Leads(LeadList leads, IReadOnlyDictionary<string, Intent> truth, Reasons reasons)
    {
        console.Write(new Rule($"The first {leads.Top.Count} leads").LeftJustified());
        console.Write(LeadTable.Draw(leads.Top, truth, reasons));
        Say($"Points are the exact sum of all contributions; the three largest are shown. An asterisk marks the truly interested, which the server cannot know.");
        console.WriteLine();
    }

    /// <summary>How well the ranking did.</summary>
    public void Accuracy(RankingReview review)
    {
        console.Write(new Rule("Where the truly interested stand in the ranking").LeftJustified());
        console.Write(SliceChart.Draw(review, console.Profile.Capabilities.Unicode));
        console.WriteLine();
        Say($"The top 5 % ({review.TopSize:N0} of {review.Ranked:N0} members) holds {review.Found:N0} of the {review.Interested:N0} truly interested.");
        Say($"Precision {review.Precision * 100:0.0} %, recall {review.Recall * 100:0.0} %: {review.Lift:0.0} times as many as picking members blindly would find.");
        if (review.OthersInTop.Count > 0)
            Say($"Also in the top 5 %: {string.Join(", ", review.OthersInTop.Select(o => IntentWords.Several(o.Intent, o.Count)))}.");

        if (review.Strangers > 0)
            Say($"The store holds {review.Strangers:N0} members who are not of this community; they are ranked with it.");

        console.WriteLine();
    }

    /// <summary>What the sales desk found.</summary>
    public void Outcomes(int judged, int qualified)
    {
        console.Write(new Rule("What a sales desk finds, and what is learned from it").LeftJustified());
        Say($"Week after week a simulated sales desk called some of the first 5 %, and some at random.");
        Say($"It called {judged:N0} members in all and qualified {qualified:N0} of them. These outcomes are recorded.");
    }

    /// <summary>Why nothing was learned.</summary>
    public void NotLearned(string why)
    {
        Say($"No model is learned. {why}");
        console.WriteLine();
    }

    /// <summary>How the learned model does beside the pack.</summary>
    /// <param name="learned">What was learned.</param>
    /// <param name="version">As which version it was published.</param>
    /// <param name="byPack">The pack's ranking of those whom the desk has not called.</param>
    /// <param name="byLearned">The learned model's.</param>
    public void Learned(LearnReport learned, int version, RankingReview byPack, RankingReview byLearned)
    {
        Say($"The server learned a model from them, whose score is a probability; it is published beside the pack as {LearnedModel.Id}@{version}.");
        Say($"Nobody has called {byPack.Ranked:N0} members, of whom {byPack.Interested:N0} are truly interested. Who finds them?");
        console.Write(LearnedTable.Draw(byPack, byLearned, learned.HeldOut));
        foreach (var warning in learned.Warnings)
            Say($"{warning.Text}");

        console.WriteLine();
    }

    /// <summary>What to try next.</summary>
    /// <param name="address">Where the server goes on serving.</param>
    /// <param name="member">A member worth a look.</param>
    public void GoingOn(string address, string member)
    {
        var server = address == DefaultAddress ? "" : " --server " + address;
        console.Write(new Rule("Go on from here").LeftJustified());
        Say($"The server goes on serving; Ctrl+C stops it. gRPC is at {address}. In another terminal:");
        Say($"  {Cli} top{server} --as-of {Community.LastDay:yyyy-MM-dd}");
        Say($"  {Cli} explain{server} {member} --as-of {Community.LastDay:yyyy-MM-dd}");
    }

    private void Say(FormattableString text) => console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
