using Grpc.Core;
using SocialLeads.Server.Demo.Simulation;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Server.Demo;

/// <summary>
/// The demo: a simulated community goes in through the server's own gRPC endpoint, its leads come out, and what the
/// simulation knows about its members tells how good they are.
/// </summary>
internal sealed class DemoRun(CallInvoker server, IAnsiConsole console, TimeProvider time)
{
    private const string ModelId = "corporate-community";
    private const int LeadsShown = 15;
    private const int PlainWidth = 120;

    /// <summary>Runs it. A server that fails ends it with an <see cref="RpcException"/>.</summary>
    /// <param name="options">What to simulate; valid.</param>
    /// <param name="address">
    /// Where clients reach the server afterwards, such as `http://127.0.0.1:5080`; null when it is about to stop.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when the server took every activity.</returns>
    public async Task<bool> RunAsync(DemoOptions options, string? address, CancellationToken cancellationToken)
    {
        if (!console.Profile.Out.IsTerminal)
            MakePlain();

        var community = new Community(options);
        var truth = community.Members.ToDictionary(m => m.Id, m => m.Intent, StringComparer.Ordinal);
        var firstDay = Community.LastDay.AddDays(1 - options.Days);
        var report = new DemoReport(console);
        report.Opening(options, firstDay, truth.Values.Count(i => i == Intent.Shopper));

        var feed = await new ProgressDisplay(console, time).RunAsync(
            firstDay,
            options.Days,
            progress => new ActivityFeed(new ActivityService.ActivityServiceClient(server))
                .SendAsync(community.Activities(), progress, cancellationToken));
        report.Fed(feed);

        var reasons = await ReadReasonsAsync(cancellationToken);
        var leads = await LeadList.ReadAsync(
            new LeadService.LeadServiceClient(server),
            ModelId,
            LeadList.Format(Community.LastDay),
            LeadsShown,
            cancellationToken);
        if (leads.Members.Count > 0)
        {
            report.Leads(leads, truth, reasons);
            report.Accuracy(new RankingReview(leads.Members, truth));
            await LearnAsync(options, community, leads.Members, truth, report, cancellationToken);
            if (address is not null)
                report.GoingOn(address, leads.Members[0]);
        }

        return feed.Rejected == 0;
    }

    /// <summary>Lets a sales desk work the list, learns from what it found, and holds both models against those whom it has not called.</summary>
    private async Task LearnAsync(
        DemoOptions options,
        Community community,
        IReadOnlyList<string> ranked,
        Dictionary<string, Intent> truth,
        DemoReport report,
        CancellationToken cancellationToken)
    {
        var client = new LeadService.LeadServiceClient(server);
        var desk = new SalesDesk(community, options);
        var (judged, qualified) = await new OutcomeFeed(client, ModelId).SendAsync(desk, options, cancellationToken);
        report.Outcomes(judged, qualified);
        var learning = new LearnedModel(new ModelService.ModelServiceClient(server), time);
        var (learned, refusal) = await learning.LearnAsync(ModelId, cancellationToken);
        if (learned is null)
        {
            report.NotLearned(refusal);
            return;
        }

        var version = await learning.PublishAsync(learned.Document, cancellationToken);
        var byLearned = await LeadList.ReadMembersAsync(client, LearnedModel.Id, LeadList.Format(Community.LastDay), cancellationToken);
        report.Learned(learned, version, ReviewOf(ranked), ReviewOf(byLearned));

        RankingReview ReviewOf(IEnumerable<string> members) => new(
            [.. members.Where(member => !desk.Judged.Contains(member))],
            truth.Where(one => !desk.Judged.Contains(one.Key)).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>
    /// A pipe or a file has no width, and without one the table would be squeezed into 80 columns; nor has it colours,
    /// which would be guessed from the terminal that the command was typed in.
    /// </summary>
    private void MakePlain()
    {
        console.Profile.Width = PlainWidth;
        console.Profile.Capabilities.Ansi = false;
        console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    }

    private async Task<Reasons> ReadReasonsAsync(CancellationToken cancellationToken)
    {
        var model = await new ModelService.ModelServiceClient(server).GetModelAsync(
            new GetModelRequest { Model = ModelId }, cancellationToken: cancellationToken);
        return new Reasons(model.Model.Signals.ToDictionary(s => s.Signal_, s => s.Title, StringComparer.Ordinal));
    }
}
