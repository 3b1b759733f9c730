namespace SocialLeads.Cli.Output;

/// <summary>A line that is in both documents, or in one.</summary>
/// <param name="Change"><c>' '</c> in both, <c>'-'</c> in the first alone, <c>'+'</c> in the second alone.</param>
/// <param name="Text">The line, without its end.</param>
/// <param name="From">Its number in the first document, from 1; 0 when it is not there.</param>
/// <param name="To">Its number in the second.</param>
internal readonly record struct DiffLine(char Change, string Text, int From, int To);

/// <summary>What differs between two documents, by their longest common subsequence of lines.</summary>
internal static class LineDiff
{
    /// <summary>Cells of the table that is filled: beyond them, what lies between the common head and tail counts as replaced.</summary>
    private const long MostCells = 16_000_000;

    public static IReadOnlyList<DiffLine> Of(string from, string to)
    {
        var (left, right) = (LinesOf(from), LinesOf(to));
        var head = 0;
        while (head < left.Length && head < right.Length && left[head] == right[head])
            head++;
        var tail = 0;
        while (tail < left.Length - head && tail < right.Length - head && left[^(tail + 1)] == right[^(tail + 1)])
            tail++;
        var lines = new List<DiffLine>();
        for (var i = 0; i < head; i++)
            lines.Add(new(' ', left[i], i + 1, i + 1));
        AddMiddle(lines, left, right, head, tail);
        for (var i = tail; i > 0; i--)
            lines.Add(new(' ', left[^i], left.Length - i + 1, right.Length - i + 1));
        return lines;
    }

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static void AddMiddle(List<DiffLine> lines, string[] left, string[] right, int head, int tail)
    {
        var (rows, columns) = (left.Length - head - tail, right.Length - head - tail);
        // The length of the longest common subsequence of what follows each pair of lines.
        var common = (long)(rows + 1) * (columns + 1) <= MostCells ? new int[rows + 1, columns + 1] : null;
        for (var i = rows - 1; i >= 0 && common is not null; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
                common[i, j] = left[head + i] == right[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (int i = 0, j = 0; i < rows || j < columns;)
        {
            if (common is not null && i < rows && j < columns && left[head + i] == right[head + j])
                lines.Add(new(' ', left[head + i], head + ++i, head + ++j));
            else if (i < rows && (j == columns || common is null || common[i + 1, j] >= common[i, j + 1]))
                lines.Add(new('-', left[head + i], head + ++i, 0));
            else
                lines.Add(new('+', right[head + j], 0, head + ++j));
        }
    }
}
