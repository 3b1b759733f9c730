using System.Security.Cryptography;
using System.Text;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

/// <summary>What holds for every learned model.</summary>
public sealed class LearnerLawTests
{
    /// <summary>Numbers, categories, missing values, a threshold, a line and a pair.</summary>
    private static readonly Truth _mixed = Draw(seed: 1);

    private static readonly LearnedModel _model = _mixed.Learn();

    [Fact]
    public void The_logit_is_the_intercept_plus_the_contributions_to_the_bit()
    {
        var predictions = _model.Predict(_mixed.Table);
        for (var row = 0; row < _mixed.Table.Rows; row++)
            Assert.Equal(predictions.Contributions(row).Aggregate(_model.Intercept, (sum, part) => sum + part), predictions.Logits[row]);
    }

    [Fact]
    public void A_probability_is_above_0_and_below_1_and_the_logistic_of_the_logit()
    {
        var predictions = _model.Predict(_mixed.Table);
        Assert.All(Enumerable.Range(0, _mixed.Table.Rows), row =>
        {
            Assert.InRange(predictions.Probability(row), double.Epsilon, Math.BitDecrement(1));
            Assert.Equal(1 / (1 + Math.Exp(-predictions.Logits[row])), predictions.Probability(row), 1e-12);
        });
    }

    [Fact]
    public void Rows_and_columns_in_any_order_give_the_same_model_to_the_bit() =>
        Assert.All(Enumerable.Range(0, 4), seed =>
        {
            var reordered = _mixed.Reordered(seed);
            Assert.Equal(Text(_model), Text(reordered.Learn()));
        });

    /// <summary>Frozen, from whole numbers alone: another machine, or more cores, or a newer runtime must give the same bits.</summary>
    [Fact]
    public void The_model_of_a_table_stays_what_it_is()
    {
        var random = new Random(11);
        var cells = Enumerable.Range(0, 500).Select(_ => (A: random.Next(50), B: random.Next(4), C: random.Next(9))).ToArray();
        var table = new ColumnTable(
        [
            new NumberColumn("a", [.. cells.Select(row => (double)row.A)]),
            new CategoryColumn("b", [.. cells.Select(row => $"{row.B}")]),
            new NumberColumn("c", [.. cells.Select(row => row.C == 0 ? double.NaN : row.C)]),
        ]);
        var positive = cells.Select(row => random.Next(100) < row.A + 10 * row.B - 2 * row.C + (row.A > 25 == row.C > 4 ? 20 : 0)).ToArray();
        var text = Text(new Learner().Learn(table, positive, TestContext.Current.CancellationToken));
        Assert.Equal("6A1CBF6671EAEA32", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }

    [Fact]
    public void The_seed_decides_and_nothing_else()
    {
        Assert.Equal(Text(_model), Text(_mixed.Learn(new() { Seed = 0 })));
        Assert.NotEqual(Text(_model), Text(_mixed.Learn(new() { Seed = 1 })));
    }

    [Fact]
    public void Every_part_adds_nothing_on_average()
    {
        Assert.Contains(_model.Parts, part => part is PairPart);
        Assert.All(_model.Parts, part =>
            Assert.Equal(0, Enumerable.Range(0, part.Rows.Count).Sum(cell => part.Rows[cell] * part.LogOdds[cell]), 1e-6));
    }

    /// <summary>Otherwise what one column says could be hidden in a pair.</summary>
    [Fact]
    public void A_pair_adds_nothing_on_average_to_any_group_of_either_column() =>
        Assert.All(_model.Parts.OfType<PairPart>(), pair =>
        {
            var (first, second) = (pair.Grid.First.Count, pair.Grid.Second.Count);
            double Sum(int a, int b) => pair.Rows[pair.Grid.CellOf(a, b)] * pair.LogOdds[pair.Grid.CellOf(a, b)];
            Assert.All(Enumerable.Range(0, first), a => Assert.Equal(0, Enumerable.Range(0, second).Sum(b => Sum(a, b)), 1e-6));
            Assert.All(Enumerable.Range(0, second), b => Assert.Equal(0, Enumerable.Range(0, first).Sum(a => Sum(a, b)), 1e-6));
        });

    [Fact]
    public void A_constant_column_has_no_part()
    {
        var rows = _mixed.Table.Rows;
        var more = _mixed.With(
            new NumberColumn("five", [.. Enumerable.Repeat(5.0, rows)]),
            new NumberColumn("nothing", [.. Enumerable.Repeat(double.NaN, rows)]),
            new CategoryColumn("same", [.. Enumerable.Repeat("same", rows)]));
        Assert.Equal(Text(_model), Text(more.Learn()));
    }

    [Fact]
    public void A_level_and_a_missing_value_that_were_never_seen_add_nothing()
    {
        var truth = Truth.Draw(2, 400, 1, x => 2 * x[0]);
        var seen = truth.With(new CategoryColumn("c", [.. truth.Positive.Select((outcome, row) => (row + (outcome ? 1 : 0)) % 3 == 0 ? "a" : "b")]));
        var model = seen.Learn(new() { MaxPairs = 0 });
        var unseen = model.Predict(new ColumnTable([new NumberColumn("x0", [double.NaN]), new CategoryColumn("c", ["new"])]));
        Assert.Equal(model.Intercept, unseen.Logits[0]);
    }

    [Fact]
    public void Shifting_and_stretching_a_column_changes_next_to_nothing()
    {
        var truth = Truth.Draw(3, 500, 3, x => x[0] - x[1]);
        var stretched = truth.Change("x0", column => new NumberColumn("x0", [.. column.Values.Select(value => 1e6 * value - 3e7)]));
        var before = truth.Learn().Predict(truth.Table);
        var after = stretched.Learn().Predict(stretched.Table);
        Assert.All(Enumerable.Range(0, 500), row => Assert.Equal(before.Logits[row], after.Logits[row], 1e-6));
    }

    [Fact]
    public void What_cannot_be_learned_from_is_refused()
    {
        var learner = new Learner();
        var table = new ColumnTable([new NumberColumn("x", [1, 2, 3, 4, 5, 6])]);
        Assert.Throws<ArgumentException>(() => learner.Learn(table, [true, false], CancellationToken.None));
        Assert.Throws<ArgumentException>(() => learner.Learn(table, [true, false, false, false, false, false], CancellationToken.None));
        Assert.Throws<ArgumentException>(() => new NumberColumn("x", [1, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => new ColumnTable([]));
        Assert.Throws<ArgumentException>(() => new ColumnTable([new NumberColumn("x", [1]), new NumberColumn("x", [1])]));
        Assert.Throws<ArgumentException>(() => new ColumnTable([new NumberColumn("x", [1]), new NumberColumn("y", [1, 2])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Learner(new() { LearningRate = double.NaN }));
        Assert.Throws<ArgumentException>(() => _model.Predict(table));
        Assert.Throws<ArgumentException>(() => _model.Predict(new ColumnTable(
            [.. _mixed.Table.Columns.Select(column => new CategoryColumn(column.Name, [null]))])));
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new Learner().Learn(_mixed.Table, _mixed.Positive, source.Token));
    }

    private static Truth Draw(int seed)
    {
        var truth = Truth.Draw(seed, 900, 4, x => (x[0] > 0.3 ? 1.5 : -0.5) + 0.8 * x[1] + (x[2] * x[3] > 0 ? 1.2 : -1.2));
        var random = new Random(seed);
        return truth
            .Change("x1", column => new NumberColumn("x1", [.. column.Values.Select(value => random.Next(8) == 0 ? double.NaN : value)]))
            .With(new CategoryColumn("c", [.. truth.Positive.Select(outcome => random.Next(10) switch
            {
                0 => null,
                < 4 => outcome ? "often" : "seldom",
                var other => $"level {other}",
            })]));
    }

    private static string Text(LearnedModel model) => string.Join('\n',
        model.Parts.Select(part => $"{part.Name}: {string.Join(' ', part.LogOdds.Select(Bits))}").Prepend(Bits(model.Intercept)));

    private static string Bits(double value) => BitConverter.DoubleToInt64Bits(value).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
}
