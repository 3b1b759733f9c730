using System.Globalization;
using SocialLeads.Scoring.Learning;

namespace SocialLeads.Cli.Learn;

/// <summary>Tells columns of numbers from columns of categories.</summary>
internal static class CellReader
{
    private const NumberStyles Number = NumberStyles.Float;

    /// <summary>Of cells that are there, the fraction that must be numbers for the others to look like mistakes.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>A column of numbers when every cell that is there is one; or else of categories.</summary>
    /// <param name="table">The table.</param>
    /// <param name="at">The place of the column.</param>
    /// <param name="notes">Told when a column of categories looks like one of numbers.</param>
    /// <exception cref="CliException">A number is not finite.</exception>
    public static TableColumn Column(CsvTable table, int at, List<string> notes)
    {
        var cells = table.Columns[at];
        var header = table.Headers[at];
        var filled = cells.Count(cell => !IsMissing(cell));
        var numbers = cells.Count(cell => !IsMissing(cell) && IsNumber(cell));
        if (numbers == filled)
            return new NumberColumn(header, Numbers(table, at));

        if (numbers >= NearlyAll * filled)
        {
            var row = Enumerable.Range(0, cells.Count).First(row => !IsMissing(cells[row]) && !IsNumber(cells[row]));
            notes.Add($"{header} is taken for categories, because line {table.Lines[row]} has '{cells[row]}'");
        }

        return new CategoryColumn(header, [.. cells.Select(cell => IsMissing(cell) ? null : cell)]);
    }

    private static double[] Numbers(CsvTable table, int at)
    {
        var cells = table.Columns[at];
        var values = new double[cells.Count];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = IsMissing(cells[row]) ? double.NaN : double.Parse(cells[row], Number, CultureInfo.InvariantCulture);
            if (!IsMissing(cells[row]) && !double.IsFinite(values[row]))
            {
                throw new CliException(ExitCode.Usage,
                    $"{table.Name}: line {table.Lines[row]}: column '{table.Headers[at]}' is '{cells[row]}', which is no finite number; "
                    + "a missing value is an empty cell or NA");
            }
        }

        return values;
    }

    private static bool IsMissing(string cell) => cell is "" or "NA";

    private static bool IsNumber(string cell) => double.TryParse(cell, Number, CultureInfo.InvariantCulture, out _);
}
