using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Evaluate;

/// <summary>
/// A server on which m0, m1 and so on to m20 are ranked in this order, and outcomes in which, after 2018-09-02, m1 is won and m3
/// qualified, while m0 was won before.
/// </summary>
internal static class TwentyMembers
{
    public const string Day = "2018-09-02";

    public const string Outcomes =
        """
        member,day,outcome
        m0,2018-08-01,won
        m0,2018-09-20,won
        m1,2018-09-10,won
        m1,2018-11-10,lost
        m3,2018-12-01,qualified
        m4,2018-12-02,qualified
        m5,2018-09-05,rejected
        ghost,2018-09-05,won
        """;

    public static async Task<FakeServer> ServeAsync(Func<int, double>? points = null)
    {
        var server = await FakeServer.StartAsync();
        server.Leads.Ranked = request => [.. Enumerable.Range(0, 21)
            .Select(i => (Member: $"m{i}", Points: request.Model == "backwards" ? i : points?.Invoke(i) ?? 20 - i))
            .OrderByDescending(lead => lead.Points)
            .Select(lead => new Lead { Member = lead.Member, Points = lead.Points, Score = 1 + lead.Points })];
        return server;
    }

    /// <summary>Runs <c>models evaluate</c> on outcomes in a file of that name, within 90 days unless told otherwise.</summary>
    public static async Task<CliRun> EvaluateAsync(FakeServer? server, string outcomes, string file, params string[] more)
    {
        using var folder = new TemporaryFolder();
        string[] within = more.Contains("--within") ? [] : ["--within", "90"];
        return await CliRun.AgainstAsync(
            server, ["models", "evaluate", "--outcomes", folder.Write(file, outcomes), "--as-of", Day, "--draws", "100", .. within, .. more]);
    }
}
