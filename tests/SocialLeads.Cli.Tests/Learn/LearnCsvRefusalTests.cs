using SocialLeads.Cli.Learn;
using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.Learn;

/// <summary>What is no table to learn from is told in a line that names the place, with exit code 2.</summary>
public sealed class LearnCsvRefusalTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n\n", "the file is empty")]
    [InlineData("x,bought\n", "0 rows have 'bought' = 'yes' and 0 have not; at least 40 of each are needed to learn from")]
    [InlineData("x,bought,x\n", "line 1: two columns are named 'x'")]
    [InlineData("x,,bought\n", "line 1: column 2 has no name")]
    [InlineData("x,y\n1,2\n", "--label: there is no column 'bought'; there are x, y")]
    [InlineData("x,bought\n1,yes\n2\n", "line 3: 1 fields, but the header has 2")]
    [InlineData("x,bought\n1,yes\n2,no,3\n", "line 3: 3 fields, but the header has 2")]
    [InlineData("x,bought\n\"a\nb\",yes\n2\n", "line 4: 1 fields, but the header has 2")]
    [InlineData("x,bought\n1,yes\n1,\n", "line 3: the label 'bought' is empty")]
    [InlineData("x,bought\n1,no\n1,maybe\n", "no row has 'bought' = 'yes'; its values are maybe, no")]
    public async Task Not_a_table(string csv, string error) =>
        Assert.Equal($"socialleads: table.csv: {error}\n", await RefusedAsync(csv));

    [Theory]
    [InlineData("x,bought\n1,yes\n\"2,no\n", "line 3: ")]
    [InlineData("x,bought\n1,yes\n\"2\"2,no\n", "line 3: ")]
    [InlineData("x,bought\n1,yes\n2\"2,no\n", "line 3: ")]
    public async Task Quotes_gone_wrong(string csv, string error) =>
        Assert.StartsWith($"socialleads: table.csv: {error}", await RefusedAsync(csv), StringComparison.Ordinal);

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("1e999")]
    public async Task A_number_that_is_not_finite(string cell) => Assert.Equal(
        $"socialleads: table.csv: line 9: column 'visits' is '{cell}', which is no finite number; a missing value is an empty cell or NA\n",
        await RefusedAsync(SmallTable.Csv((row, line) => row == 7 ? cell + line[line.IndexOf(',', StringComparison.Ordinal)..] : line)));

    [Theory]
    [InlineData(39, 200, "39 rows have 'bought' = 'yes' and 200 have not")]
    [InlineData(200, 39, "200 rows have 'bought' = 'yes' and 39 have not")]
    [InlineData(50, 0, "50 rows have 'bought' = 'yes' and 0 have not")]
    public async Task Too_few_of_a_kind(int positives, int others, string error) => Assert.Equal(
        $"socialleads: table.csv: {error}; at least 40 of each are needed to learn from\n",
        await RefusedAsync("x,bought\n" + string.Concat(Enumerable.Range(0, positives + others).Select(row => $"{row},{(row < positives ? "yes" : "no")}\n"))));

    [Fact]
    public async Task Ten_thousand_columns() => Assert.Equal(
        "socialleads: table.csv: line 1: 10,000 columns; at most 1,001 are read\n",
        await RefusedAsync(string.Join(',', Enumerable.Range(0, 10_000).Select(at => $"c{at}")) + "\n"));

    /// <summary>Read to its end it would not fit in memory: the refusal comes after the first megabyte.</summary>
    [Fact]
    public void A_line_without_end()
    {
        using var endless = new EndlessLine();
        var refusal = Assert.Throws<CliException>(() => CsvTableReader.Read(endless, "table.csv", TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.StartsWith("table.csv: line 1: ", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(endless.BytesRead, CsvTableReader.MaxRowBytes / 2, 4 * CsvTableReader.MaxRowBytes);
    }

    [Theory]
    [InlineData("learn csv /no/such/table.csv --label y --positive 1", "socialleads: /no/such/table.csv: ")]
    [InlineData("learn csv", "socialleads: ")]
    [InlineData("learn csv table.csv --positive 1", "socialleads: ")]
    [InlineData("learn csv table.csv --label y", "socialleads: ")]
    [InlineData("learn csv table.csv --label y --positive 1 --folds 1", "socialleads: --folds: '1' is not a number from 2 to 20\nTry 'socialleads learn csv --help'.\n")]
    [InlineData("learn csv table.csv --label y --positive 1 --folds 21", "socialleads: --folds: '21' is not a number from 2 to 20\nTry 'socialleads learn csv --help'.\n")]
    [InlineData("learn csv table.csv --label y --positive 1 --seed -1", "socialleads: --seed: '-1' is not a number from 0 to 2147483647\nTry 'socialleads learn csv --help'.\n")]
    public async Task A_command_line_gone_wrong(string arguments, string error)
    {
        var run = await CliRun.AgainstAsync(null, arguments.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(error, run.Error, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(string csv)
    {
        using var folder = new TemporaryFolder();
        var run = await CliRun.AgainstAsync(
            null, "learn", "csv", folder.Write("table.csv", csv), "--label", "bought", "--positive", "yes");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        return run.Error;
    }
}
