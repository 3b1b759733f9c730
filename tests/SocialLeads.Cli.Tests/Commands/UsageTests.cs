using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("top --limit 0", "socialleads: --limit: '0' is not a number from 1 to 5000\nTry 'socialleads top --help'.\n")]
    [InlineData("top --limit 5001", "socialleads: --limit: '5001' is not a number from 1 to 5000\nTry 'socialleads top --help'.\n")]
    [InlineData("top --min-score 101", "socialleads: --min-score: '101' is not a number from 0 to 100\nTry 'socialleads top --help'.\n")]
    [InlineData("top --as-of 2018-9-2", "socialleads: --as-of: '2018-9-2' is not a day written YYYY-MM-DD, such as 2018-09-02\nTry 'socialleads top --help'.\n")]
    [InlineData("top --server nowhere", "socialleads: --server: 'nowhere' is not a URL such as http://127.0.0.1:5080\n")]
    [InlineData("top --tenant Acme", "socialleads: --tenant: 'Acme' must be a lower-case name of letters, digits and dashes, at most 40 long\n")]
    [InlineData("import stackexchange /no/such/dump", "socialleads: /no/such/dump: no such folder\n")]
    public async Task A_mistake_is_told_in_a_line(string arguments, string error)
    {
        var run = await CliRun.AgainstAsync(null, arguments.Split(' '));
        Assert.Equal((2, "", error), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("topp")]
    [InlineData("top --limit many")]
    [InlineData("top --min-score NaN")]
    [InlineData("top --nonsense")]
    [InlineData("explain")]
    [InlineData("import")]
    [InlineData("import jsonl")]
    [InlineData("import jsonl a --shuffle x")]
    [InlineData("import jsonl /no/such.jsonl")]
    [InlineData("models")]
    public async Task Every_mistake_is_exit_code_2_and_leaves_standard_output_alone(string arguments)
    {
        var run = await CliRun.AgainstAsync(null, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("socialleads: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_exit_codes()
    {
        var run = await CliRun.AgainstAsync(null, "--help");
        Assert.Equal(0, run.ExitCode);
        foreach (var code in (string[])["0 ", "1 ", "2 ", "3 ", "4 ", "130 "])
            Assert.Contains($"  {code}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_top_says_that_rank_is_a_number() =>
        Assert.Contains("rank is a JSON number", (await CliRun.AgainstAsync(null, "top", "--help")).Output, StringComparison.Ordinal);
}
