using System.Globalization;
using System.Text.Json;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>What clients in other languages send counts, and what they read is what the server says to its own.</summary>
public class ForeignClientTests
{
    private const int StreamedMembers = 25;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("python")]
    [InlineData("node")]
    public async Task Sends_activities_and_reads_scores(string language)
    {
        await using var server = await TestServer.StartAsync();

        var printed = await ForeignClient.RunAsync(language, "client", server.GrpcAddress);
        var report = JsonSerializer.Deserialize<ClientReport>(printed, JsonSerializerOptions.Web)!;

        AssertRecorded(report);
        AssertStreamed(report);
        AssertRefused(report);
        var leads = report.Pages.SelectMany(page => page).ToList();
        Assert.Equal([10, 10, StreamedMembers + 2 - 20], report.Pages.Select(page => page.Count));
        Assert.Equal(StreamedMembers + 2, report.Total);
        Assert.Equal(Enumerable.Range(1, leads.Count).Select(rank => (long)rank), leads.Select(lead => lead.Rank));
        Assert.All(leads, lead => Assert.Equal(Thousandths(lead.Points), lead.Contributions.Sum(one => Thousandths(one.Points))));

        var own = await server.Leads.ListLeadsAsync(
            new ListLeadsRequest { AsOf = Sample.Day, PageSize = 100, View = LeadView.Full }, cancellationToken: Cancel);
        Assert.Equal(own.Leads.Select(Shown), leads.Select(Shown));
        Assert.Equal(Shown(leads.Single(lead => lead.Member == "ann")), Shown(report.Score.Lead));
        Assert.Equal(("corporate-community", Sample.Day), (report.Score.Model, report.Score.AsOf));
        Assert.Equal(["bob", "m07"], report.Batch.Leads.Select(lead => lead.Member));
        Assert.Equal(["nobody"], report.Batch.Missing);
    }

    [Theory]
    [InlineData("python")]
    [InlineData("node")]
    public async Task The_sample_of_a_first_activity_works(string language)
    {
        await using var server = await TestServer.StartAsync();

        var printed = await ForeignClient.RunAsync(language, "first_activity", server.GrpcAddress);

        var lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var score = await server.Leads.GetScoreAsync(new GetScoreRequest { Member = "ann" }, cancellationToken: Cancel);
        Assert.Equal("DISPOSITION_ACCEPTED", lines[0]);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"ann: {score.Lead.Points} points, rank 1"), lines[1]);
        Assert.Equal(score.Lead.Contributions.Count, lines.Length - 2);
    }

    private static void AssertRecorded(ClientReport report)
    {
        Assert.Equal(
            ["DISPOSITION_ACCEPTED", "DISPOSITION_DUPLICATE", "DISPOSITION_REJECTED", "DISPOSITION_ACCEPTED"],
            report.Recorded.Select(result => result.Disposition));
        Assert.Equal(["kind"], report.Recorded[2].Violations.Select(one => one.Field));
    }

    private static void AssertStreamed(ClientReport report)
    {
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), report.Streamed.Select(one => one.Sequence));
        Assert.All(report.Streamed, one => Assert.Equal((19, 0), (one.Accepted, one.Duplicates)));
        Assert.All(report.Streamed, one => Assert.Equal((19, "id"), (one.Rejected.Single().Index, one.Rejected[0].Violations.Single().Field)));
    }

    private static void AssertRefused(ClientReport report)
    {
        Assert.Equal(("NOT_FOUND", "nobody"), (report.UnknownMember.Status, report.UnknownMember.Resource));
        Assert.Equal(("INVALID_ARGUMENT", "page_size"), (report.BadPageSize.Status, report.BadPageSize.Fields.Single().Field));
        Assert.Equal(("INVALID_ARGUMENT", "activities"), (report.NoActivities.Status, report.NoActivities.Fields.Single().Field));
        Assert.Contains(report.NoActivities.Fields[0].Description, report.NoActivities.Message, StringComparison.Ordinal);
    }

    private static string Shown(ClientReport.Lead lead) => Show(
        lead.Member, lead.Points, lead.Score, lead.Rank, lead.Contributions.Select(one => (one.Signal, one.Facet, one.Points)));

    private static string Shown(Lead lead) => Show(
        lead.Member, lead.Points, lead.Score, lead.Rank, lead.Contributions.Select(one => (one.Signal, one.Facet, one.Points)));

    /// <summary>Round-trip digits, so that equal texts are equal bits.</summary>
    private static string Show(
        string member, double points, double score, long rank, IEnumerable<(string Signal, string Facet, double Points)> contributions) =>
        string.Create(CultureInfo.InvariantCulture, $"{rank} {member} {points:R} {score:R}: ")
        + string.Join(", ", contributions.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Signal}/{one.Facet} {one.Points:R}")));

    private static long Thousandths(double points) => (long)Math.Round(points * 1000);
}
