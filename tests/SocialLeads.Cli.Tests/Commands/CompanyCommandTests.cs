using System.Text.Json;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class CompanyCommandTests
{
    [Fact]
    public async Task Companies_are_a_table()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Companies.AddRange([Acme(), new Company { Domain = "b\u001b.example", Points = 0, Score = 1, Rank = 2, Members = 1_000 }]);
        var run = await CliRun.AgainstAsync(server, "companies", "--model", "recruiting@3", "--as-of", "2018-09-02", "--limit", "5");
        Assert.Equal(
            """
            recruiting version 1, as of 2018-09-02: 2 of 2 companies

              rank   company           score                          points   members
            ────────────────────────────────────────────────────────────────────────────
                 1   acme.example      25.00   █████                  20.334         4
                 2   b\u{1b}.example    1.00   ▎                       0.000     1,000


            """,
            TrimLines(run.Output));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var request = Assert.Single(server.Leads.CompanyLists);
        Assert.Equal(("recruiting", 3, "2018-09-02", 5), (request.Model, request.ModelVersion, request.AsOf, request.PageSize));
    }

    [Fact]
    public async Task A_long_list_of_companies_is_read_in_pages_and_written_as_json()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Companies.AddRange(Enumerable.Range(1, 3_000).Select(rank => new Company { Domain = $"c{rank}.example", Rank = rank, Members = 1 }));
        var run = await CliRun.AgainstAsync(server, "companies", "--json", "--limit", "2500");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(Enumerable.Range(1, 2_500), json.RootElement.EnumerateArray().Select(company => company.GetProperty("rank").GetInt32()));
        Assert.Equal([1_000, 1_000, 500], server.Leads.CompanyLists.Select(request => request.PageSize));
    }

    [Fact]
    public async Task A_company_is_a_line_for_each_of_its_best_and_the_total_is_the_sum()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Companies.Add(Acme());
        var run = await CliRun.AgainstAsync(server, "company", "acme.example");
        Assert.Equal(
            """
            acme.example: recruiting version 1, as of 2018-09-02
            score 25.00   points 20.334   rank 1 of 214   members 4

              member   own points      adds
            ────────────────────────────────────────────────────────────────────
              ada          61.002   +20.334   ████████████████████████████████
              bob          -4.000     0.000
            ────────────────────────────────────────────────────────────────────
              total                 +20.334


            """,
            TrimLines(run.Output));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_company_as_json_has_its_best()
    {
        await using var server = await FakeServer.StartAsync();
        server.Leads.Companies.Add(Acme());
        var run = await CliRun.AgainstAsync(server, "company", "acme.example", "--json", "--as-of", "2018-09-02", "--model", "recruiting");
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(("acme.example", 20.334, 4, 214), (
            json.RootElement.GetProperty("domain").GetString(), json.RootElement.GetProperty("points").GetDouble(),
            json.RootElement.GetProperty("members").GetInt32(), json.RootElement.GetProperty("totalSize").GetInt32()));
        var best = json.RootElement.GetProperty("best").EnumerateArray().Select(one =>
            (one.GetProperty("member").GetString(), one.GetProperty("ownPoints").GetDouble(), one.GetProperty("adds").GetDouble()));
        Assert.Equal([("ada", 61.002, 20.334), ("bob", -4, 0)], best);
        var request = Assert.Single(server.Leads.CompanyQuestions);
        Assert.Equal(("acme.example", "recruiting", "2018-09-02"), (request.Domain, request.Model, request.AsOf));
    }

    [Fact]
    public async Task What_does_not_add_up_is_not_hidden_and_an_unknown_company_is_exit_code_4()
    {
        await using var server = await FakeServer.StartAsync();
        var company = Acme();
        company.Points += 0.001;
        server.Leads.Companies.Add(company);
        Assert.Contains("What the members add is 20.334, which is not the points", (await CliRun.AgainstAsync(server, "company", "acme.example")).Output, StringComparison.Ordinal);
        Assert.Equal(4, (await CliRun.AgainstAsync(server, "company", "nobody.example")).ExitCode);
    }

    private static Company Acme() => new()
    {
        Domain = "acme.example",
        Points = 20.334,
        Score = 25,
        Rank = 1,
        Members = 4,
        Best = { new CompanyMember { Member = "ada", OwnPoints = 61.002, Adds = 20.334 }, new CompanyMember { Member = "bob", OwnPoints = -4 } },
    };

    private static string TrimLines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
