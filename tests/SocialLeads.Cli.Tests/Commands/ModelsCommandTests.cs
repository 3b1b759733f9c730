using System.Text.Json;
using SocialLeads.Cli.Tests.Fakes;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Commands;

public sealed class ModelsCommandTests
{
    [Fact]
    public async Task All_pages_of_models_are_listed()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "models", "list");
        Assert.Contains("corporate-community", run.Output, StringComparison.Ordinal);
        Assert.Contains("Passive candidates", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "list", "--json")).Output);
        Assert.Equal(
            ["corporate-community", "recruiting"], json.RootElement.EnumerateArray().Select(model => model.GetProperty("model").GetString()));
    }

    [Fact]
    public async Task A_list_breaks_lines_between_words()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Others.Add(new Model
        {
            Model_ = "corporate-community",
            Version = 12,
            Title = "Corporate community",
            Author = "Ann Onymous",
            Reason = "Pricing pages count more",
            State = ModelState.Published,
            Pack = true,
            FiltersUncounted = true,
            DefaultVersion = true,
        });
        var output = (await CliRun.AgainstAsync(server, "models", "list")).Output;
        Assert.All(
            ["published", "texts", "counted", "default", "Corporate", "Onymous", "Pricing"],
            word => Assert.Matches($@"\b{word}\b", output[output.IndexOf(" 12 ", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task A_version_whose_document_cannot_be_read_is_marked_in_the_list()
    {
        await using var server = await FakeServer.StartAsync();
        server.Models.Others.Add(new Model { Model_ = "mine", Version = 7, State = ModelState.Published });
        var run = await CliRun.AgainstAsync(server, "models", "list");
        Assert.Single(run.Output.Split('\n'), line => line.Contains("not readable", StringComparison.Ordinal) && line.Contains("mine", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_whose_texts_are_not_counted_is_marked_in_the_list()
    {
        await using var server = await FakeServer.StartAsync();
        var lines = (await CliRun.AgainstAsync(server, "models", "list")).Output.Split('\n');
        Assert.Contains("published, pack, texts not counted", Assert.Single(lines, line => line.Contains("recruiting", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("texts", Assert.Single(lines, line => line.Contains("corporate", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "list", "--json")).Output);
        Assert.Equal([false, true], json.RootElement.EnumerateArray().Select(model => model.GetProperty("filtersUncounted").GetBoolean()));
    }

    [Fact]
    public async Task A_model_is_shown_with_its_reasons_or_as_its_document()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "models", "show");
        Assert.Contains("corporate-community version 1: Corporate community", run.Output, StringComparison.Ordinal);
        Assert.Contains("Repeated interest shows need.", run.Output, StringComparison.Ordinal);
        Assert.Equal("model: corporate-community\nversion: 1\n", (await CliRun.AgainstAsync(server, "models", "show", "--document")).Output);
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "show", "--json")).Output);
        Assert.Equal(40, json.RootElement.GetProperty("signals")[0].GetProperty("cap").GetDouble());
    }

    [Fact]
    public async Task An_unknown_model_is_exit_code_4()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await CliRun.AgainstAsync(server, "models", "show", "nope");
        Assert.Equal((4, "socialleads: not found: no model 'nope'\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Validation_shows_every_violation_with_its_path()
    {
        await using var server = await FakeServer.StartAsync();
        using var folder = new TemporaryFolder();
        var file = folder.Write("bad.yaml", "model: bad\n");
        var run = await CliRun.AgainstAsync(server, "models", "validate", file);
        Assert.Equal((1, $"{file}: signals[2].half_life_days: must be from 1 to 400\n"), (run.ExitCode, run.Output));
        using var json = JsonDocument.Parse((await CliRun.AgainstAsync(server, "models", "validate", file, "--json")).Output);
        Assert.False(json.RootElement.GetProperty("valid").GetBoolean());
        Assert.Equal("signals[2].half_life_days", json.RootElement.GetProperty("violations")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_whole_document_has_no_path()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await new CliRunner { Server = server }.RunAsync("models", "validate", "-");
        Assert.Equal((1, "-: is empty\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_document_comes_from_standard_input_too()
    {
        await using var server = await FakeServer.StartAsync();
        var run = await new CliRunner { Server = server, Input = "good" }.RunAsync("models", "validate", "-");
        Assert.Equal((0, "-: valid, corporate-community version 1 with 1 signals\n"), (run.ExitCode, run.Output));
        Assert.Equal(["good"], server.Models.Validated);
    }

    [Fact]
    public async Task A_document_that_is_not_there_or_too_long_is_a_usage_error()
    {
        await using var server = await FakeServer.StartAsync();
        var missing = await CliRun.AgainstAsync(server, "models", "validate", "/no/such.yaml");
        Assert.Equal(2, missing.ExitCode);
        Assert.StartsWith("socialleads: /no/such.yaml: ", missing.Error, StringComparison.Ordinal);
        var tooLong = await new CliRunner { Server = server, Input = new string('x', 1024 * 1024 + 1) }.RunAsync("models", "validate", "-");
        Assert.Equal((2, "socialleads: -: longer than 1,048,576 bytes\n"), (tooLong.ExitCode, tooLong.Error));
        Assert.Empty(server.Models.Validated);
    }
}
