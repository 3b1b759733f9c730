using System.Text.Json;
using System.Xml.Linq;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Learn;

public sealed class LearnCsvCommandTests
{
    [Fact]
    public async Task Json_has_the_figures_and_every_shape_and_nothing_else_is_printed()
    {
        var run = await RunAsync(SmallTable.Csv(), "--drop", "number", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((SmallTable.Rows, 5), (json.GetProperty("rows").GetInt32(), json.GetProperty("folds").GetInt32()));
        Assert.InRange(json.GetProperty("positives").GetInt32(), 100, 300);
        Assert.True(json.GetProperty("seconds").GetDouble() >= 0);
        Assert.InRange(json.GetProperty("auc").GetDouble(), 0.8, 0.95);
        foreach (var figure in (string[])["averagePrecision", "brier", "logLoss", "ece", "precisionAt5Percent"])
        {
            var interval = json.GetProperty("intervals").GetProperty(figure);
            Assert.InRange(json.GetProperty(figure).GetDouble(), 0, 1);
            Assert.True(interval[0].GetDouble() <= interval[1].GetDouble());
        }

        Assert.Equal(SmallTable.Rows, json.GetProperty("reliability").EnumerateArray().Sum(bin => bin.GetProperty("rows").GetInt32()));
        var parts = json.GetProperty("parts").EnumerateArray().ToDictionary(part => part.GetProperty("part").GetString()!);
        Assert.Equal("visits", json.GetProperty("parts")[0].GetProperty("part").GetString());
        Assert.DoesNotContain("number", parts.Keys);
        Assert.All(parts.Values, part =>
            Assert.Equal(SmallTable.Rows, part.GetProperty("shape").EnumerateArray().Sum(step => step.GetProperty("rows").GetInt32())));
        var plan = parts["plan"].GetProperty("shape").EnumerateArray()
            .ToDictionary(step => step.GetProperty("values")[0].GetString()!, step => step.GetProperty("logOdds").GetDouble());
        Assert.True(plan["plan 0"] < plan["plan 1"] && plan["plan 1"] < plan["plan 2"]);
        Assert.Contains(parts["visits"].GetProperty("shape").EnumerateArray(), step => step.GetProperty("values")[0].GetString() == "missing");
    }

    [Fact]
    public async Task The_same_again_is_the_same_and_another_seed_is_not()
    {
        var first = await RunAsync(SmallTable.Csv(), "--json");
        Assert.Equal(first, await RunAsync(SmallTable.Csv(), "--json"));
        Assert.NotEqual(first.Output, (await RunAsync(SmallTable.Csv(), "--json", "--seed", "1")).Output);
        Assert.NotEqual(first.Output, (await RunAsync(SmallTable.Csv(), "--json", "--folds", "3")).Output);
    }

    [Fact]
    public async Task Semicolons_and_quotes_and_a_byte_order_mark_are_read_alike() => Assert.Equal(
        (await RunAsync(SmallTable.Csv(), "--json")).Output,
        (await RunAsync('\uFEFF' + SmallTable.Csv(separator: ';').ReplaceLineEndings("\r\n"), "--json")).Output);

    [Fact]
    public async Task People_see_figures_reliability_parts_and_shapes_as_bars()
    {
        var run = await RunAsync(SmallTable.Csv());
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("table.csv: 400 rows", run.Output, StringComparison.Ordinal);
        Assert.Contains("area under the ROC curve", run.Output, StringComparison.Ordinal);
        Assert.Contains("precision at 5 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("Reliability", run.Output, StringComparison.Ordinal);
        Assert.Contains("visits, in log-odds", run.Output, StringComparison.Ordinal);
        Assert.Matches("plan 2 .*│█", run.Output);
        Assert.Matches("plan 0 .*█│", run.Output);
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_a_file_too()
    {
        var run = await new CliRunner { Input = SmallTable.Csv() }.RunAsync("learn", "csv", "-", "--label", "bought", "--positive", "yes");
        Assert.StartsWith("stdin: 400 rows", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_is_drawn()
    {
        using var folder = new TemporaryFolder();
        var chart = Path.Combine(folder.Path, "chart.svg");
        var table = folder.Write("table.csv", SmallTable.Csv().Replace("visits", "<visits> & more", StringComparison.Ordinal));
        var run = await CliRun.AgainstAsync(null, "learn", "csv", table, "--label", "bought", "--positive", "yes", "--chart", chart);
        Assert.Equal(0, run.ExitCode);
        var svg = XDocument.Load(chart);
        XNamespace ns = "http://www.w3.org/2000/svg";
        // The reliability curve and the steps of a number; the levels of a category are bars and no curve.
        Assert.Equal(2, svg.Descendants(ns + "polyline").Count());
        Assert.Contains(svg.Descendants(ns + "text"), text => text.Value == "plan 2");
        Assert.Contains(svg.Descendants(ns + "text"), text => text.Value.StartsWith("<visits> & more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stray_word_among_numbers_is_pointed_out()
    {
        var run = await RunAsync(SmallTable.Csv((row, line) => row == 3 ? "many" + line[line.IndexOf(',', StringComparison.Ordinal)..] : line));
        Assert.Equal((0, "socialleads: note: visits is taken for categories, because line 5 has 'many'\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_table_that_says_nothing_gives_an_honest_half()
    {
        var run = await RunAsync(SmallTable.Csv(), "--drop", "visits", "plan", "number", "weekday", "--json");
        Assert.Equal((2, "socialleads: table.csv: no column is left to learn from\n"), (run.ExitCode, run.Error));
        var constant = await RunAsync("x,bought\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"1,{(row % 2 == 0 ? "yes" : "no")}\n")), "--json");
        Assert.Equal(0.5, JsonDocument.Parse(constant.Output).RootElement.GetProperty("auc").GetDouble());
    }

    private static async Task<CliRun> RunAsync(string csv, params string[] more)
    {
        using var folder = new TemporaryFolder();
        return await CliRun.AgainstAsync(
            null, ["learn", "csv", folder.Write("table.csv", csv), "--label", "bought", "--positive", "yes", .. more]);
    }
}
