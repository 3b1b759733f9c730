using SocialLeads.Scoring.Learning;

namespace SocialLeads.Scoring.Tests.Learning;

/// <summary>A table made from a truth that is known: standard normal columns, and outcomes drawn by a logit of them.</summary>
internal sealed record Truth(ColumnTable Table, bool[] Positive, double[] Logits)
{
    public static Truth Draw(int seed, int rows, int columns, Func<double[], double> logit)
    {
        var random = new Random(seed);
        var cells = Enumerable.Range(0, rows)
            .Select(_ => Enumerable.Range(0, columns).Select(_ => Normal(random)).ToArray()).ToArray();
        var logits = cells.Select(logit).ToArray();
        return new(
            new ColumnTable([.. Enumerable.Range(0, columns).Select(at => new NumberColumn($"x{at}", [.. cells.Select(row => row[at])]))]),
            [.. logits.Select(value => random.NextDouble() < 1 / (1 + Math.Exp(-value)))],
            logits);
    }

    public LearnedModel Learn(LearnerOptions? options = null) =>
        new Learner(options).Learn(Table, Positive, TestContext.Current.CancellationToken);

    /// <summary>What models say of the rows they had not seen.</summary>
    public double[] Unseen(LearnerOptions? options = null) =>
        OutOfFold.Predict(Table, Positive, 5, options ?? new(), cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>The same outcomes and some other columns.</summary>
    public Truth With(params TableColumn[] columns) => this with { Table = new ColumnTable([.. Table.Columns, .. columns]) };

    /// <summary>The same outcomes with a column looked at differently.</summary>
    public Truth Change(string name, Func<NumberColumn, TableColumn> change) => this with
    {
        Table = new ColumnTable([.. Table.Columns.Select(column => column.Name == name ? change((NumberColumn)column) : column)]),
    };

    public Truth Reordered(int seed)
    {
        var rows = Enumerable.Range(0, Positive.Length).ToArray();
        new Random(seed).Shuffle(rows);
        var columns = Table.Take(rows).Columns.ToArray();
        new Random(seed).Shuffle(columns);
        return new(new ColumnTable(columns), [.. rows.Select(row => Positive[row])], [.. rows.Select(row => Logits[row])]);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
