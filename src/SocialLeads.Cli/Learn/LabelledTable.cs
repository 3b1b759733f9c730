using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Learn;

/// <summary>A table ready to learn from.</summary>
/// <param name="Columns">What is learned from.</param>
/// <param name="Positive">The outcome of each row.</param>
/// <param name="Notes">What was read otherwise than one might think.</param>
internal sealed record LabelledTable(ColumnTable Columns, IReadOnlyList<bool> Positive, IReadOnlyList<string> Notes)
{
    /// <summary>Rows of either kind below which a table is refused: their figures would be chance.</summary>
    public const int LeastOfEitherKind = 40;

    public int Positives => Positive.Count(outcome => outcome);

    /// <exception cref="CliException">The table has no such columns, a cell is no value, or there are too few rows of a kind.</exception>
    public static LabelledTable Of(CsvTable table, string label, string positive, IReadOnlyList<string> drop)
    {
        var left = Enumerable.Range(0, table.Headers.Count).ToHashSet();
        var labelAt = table.Find(label, "--label");
        left.Remove(labelAt);
        foreach (var header in drop) left.Remove(table.Find(header, "--drop"));
        if (left.Count == 0)
            throw new CliException(ExitCode.Usage, $"{table.Name}: no column is left to learn from");
        var outcomes = Outcomes(table, labelAt, positive);
        var notes = new List<string>();
        return new(new ColumnTable([.. left.Order().Select(at => CellReader.Column(table, at, notes))]), outcomes, notes);
    }

    private static bool[] Outcomes(CsvTable table, int labelAt, string positive)
    {
        var cells = table.Columns[labelAt];
        var label = table.Headers[labelAt];
        for (var row = 0; row < cells.Count; row++)
        {
            if (cells[row].Length == 0)
                throw new CliException(ExitCode.Usage, $"{table.Name}: line {table.Lines[row]}: the label '{label}' is empty");
        }

        var outcomes = cells.Select(cell => string.Equals(cell, positive, StringComparison.Ordinal)).ToArray();
        var positives = outcomes.Count(outcome => outcome);
        var others = outcomes.Length - positives;
        if (positives == 0 && others > 0)
        {
            var values = cells.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(10);
            throw new CliException(ExitCode.Usage,
                $"{table.Name}: no row has '{label}' = '{positive}'; its values are {string.Join(", ", values)}");
        }

        if (Math.Min(positives, others) < LeastOfEitherKind)
        {
            throw new CliException(ExitCode.Usage,
                $"{table.Name}: {positives} rows have '{label}' = '{positive}' and {others} have not; "
                + $"at least {LeastOfEitherKind} of each are needed to learn from");
        }

        return outcomes;
    }
}
