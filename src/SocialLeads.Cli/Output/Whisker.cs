namespace SocialLeads.Cli.Output;

/// <summary>A value and its interval on a line of text, such as <c>   ├──●────┤</c>.</summary>
internal static class Whisker
{
    /// <param name="low">The lower end, from 0.</param>
    /// <param name="value">The value.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="greatest">The value at the right end of the line, above 0.</param>
    /// <param name="width">Columns of the line.</param>
    public static string Of(double low, double value, double high, double greatest, int width)
    {
        var line = new char[width];
        Array.Fill(line, ' ');
        var (from, to) = (At(low), At(high));
        for (var i = from; i <= to; i++) line[i] = '─';
        line[from] = '├';
        line[to] = '┤';
        line[At(value)] = '●';
        return new string(line).TrimEnd();

        int At(double of) => (int)Math.Round(Math.Clamp(of / greatest, 0, 1) * (width - 1));
    }
}
