using Grpc.Core;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Evaluate;

/// <summary>What cannot be evaluated is told in a line, with the exit code that says whose fault it is.</summary>
public sealed class ModelsEvaluateRefusalTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("member,day,outcome\n", "there are no outcomes")]
    [InlineData("member,day,outcome,colour\nm1,2018-09-10,won,red\n", "unknown column 'colour'; there are member, day, outcome and, if you like, amount, id")]
    [InlineData("member,day\nm1,2018-09-10\n", "header: there is no column 'outcome'; there are member, day")]
    [InlineData("member,day,outcome\n,2018-09-10,won\n", "line 2: the member is empty")]
    [InlineData("member,day,outcome\nm1,10.9.2018,won\n", "line 2: '10.9.2018' is not a day written YYYY-MM-DD")]
    [InlineData("member,day,outcome\nm1,2026-02-01,won\n", "line 2: the day 2026-02-01 is in the future")]
    [InlineData("member,day,outcome\nm1,2018-09-10,bought\n", "line 2: 'bought' is no outcome; there are qualified, rejected, won, lost")]
    [InlineData("{\"member\":\"m1\",\"day\":\"2018-09-10\"}\n", "line 1: '' is no outcome; there are qualified, rejected, won, lost")]
    [InlineData("{\"member\":\"m1\",\"when\":\"2018-09-10\"}\n", "line 1: unknown field 'when'")]
    [InlineData("{\"member\":7,\"day\":\"2018-09-10\",\"outcome\":\"won\"}\n", "line 1: the member is empty")]
    public async Task A_file_that_is_none(string outcomes, string error) =>
        Assert.Equal((2, "", $"socialleads: outcomes: {error}\n"), await RunAsync(outcomes));

    [Theory]
    [InlineData("{\"member\":\n", "socialleads: outcomes: line 1: no object in JSON: ")]
    [InlineData("{}\n[1]\n", "socialleads: outcomes: line 1: the member is empty\n")]
    public async Task Json_that_is_none(string outcomes, string error)
    {
        var (exitCode, _, said) = await RunAsync(outcomes);
        Assert.Equal(2, exitCode);
        Assert.StartsWith(error, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m1,2018-09-10,rejected\n", "socialleads: nothing to tell apart: as of 2018-09-02 none of 21 members has a positive outcome ahead\n")]
    [InlineData("ghost,2018-09-10,won\n", "socialleads: nothing to tell apart: as of 2018-09-02 none of 21 members has a positive outcome ahead\n")]
    public async Task Nobody_to_find(string row, string error) =>
        Assert.Equal((2, "", error), await RunAsync("member,day,outcome\n" + row));

    [Theory]
    [InlineData("--as-of", "2018-9-2", "socialleads: --as-of: '2018-9-2' is not a day written YYYY-MM-DD, such as 2018-09-02\nTry 'socialleads models evaluate --help'.\n")]
    [InlineData("--as-of", "2026-01-30", "socialleads: --as-of: the 90 days after 2026-01-30 are not over by 2026-01-31\n")]
    [InlineData("--as-of", "9999-12-31", "socialleads: --as-of: the 90 days after 9999-12-31 are not over by 2026-01-31\n")]
    [InlineData("--within", "0", "socialleads: --within: '0' is not a number from 1 to 400\nTry 'socialleads models evaluate --help'.\n")]
    [InlineData("--model", "a a", "socialleads: --model: a@1 is there twice\n")]
    public async Task A_command_line_gone_wrong(string option, string value, string error) =>
        Assert.Equal((2, "", error), await RunAsync(TwentyMembers.Outcomes, [option, .. value.Split(' ')]));

    [Fact]
    public async Task A_day_without_anybody_to_find_is_left_out_and_told()
    {
        var (exitCode, output, _) = await RunAsync(TwentyMembers.Outcomes, ["--as-of", "2017-01-01"]);
        Assert.Equal(0, exitCode);
        Assert.Contains("left out: as of 2017-01-01 none of 21 members has a positive outcome ahead", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_outcomes()
    {
        await using var server = await TwentyMembers.ServeAsync();
        var run = await CliRun.AgainstAsync(server, "models", "evaluate", "--as-of", TwentyMembers.Day);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("socialleads: no outcomes are recorded: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_not_there()
    {
        await using var server = await TwentyMembers.ServeAsync();
        server.Leads.Failure = new RpcException(new Status(StatusCode.NotFound, "no model 'x'"));
        var run = await TwentyMembers.EvaluateAsync(server, TwentyMembers.Outcomes, "outcomes", "--model", "x");
        Assert.Equal((ExitCode.NotFound, "socialleads: not found: no model 'x'\n"), (run.ExitCode, run.Error));
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string outcomes, string[]? more = null)
    {
        await using var server = await TwentyMembers.ServeAsync();
        var run = await TwentyMembers.EvaluateAsync(server, outcomes, "outcomes", more ?? []);
        return (run.ExitCode, run.Output, run.Error);
    }
}
