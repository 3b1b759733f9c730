namespace SocialLeads.Cli.Output;

/// <summary>Bars of block characters, to an eighth of a column.</summary>
internal static class Bar
{
    private const string Eighths = " ▏▎▍▌▋▊▉";
    private const char Full = '█';
    private const char Axis = '│';

    /// <summary>A bar from the left; a fraction above 0 shows at least an eighth.</summary>
    /// <param name="fraction">0 to 1; what is outside is taken as the nearest.</param>
    /// <param name="width">Columns of a full bar.</param>
    public static string Of(double fraction, int width)
    {
        var eighths = (int)Math.Round(Math.Clamp(fraction, 0, 1) * width * 8);
        if (fraction > 0)
            eighths = Math.Max(eighths, 1);
        var part = eighths % 8;
        return new string(Full, eighths / 8) + (part > 0 ? Eighths[part].ToString() : "");
    }

    /// <summary>A bar to the left or the right of an axis.</summary>
    /// <param name="value">The value.</param>
    /// <param name="least">The least value of all bars; 0 when none is negative.</param>
    /// <param name="greatest">The greatest value of all bars; 0 when none is positive.</param>
    /// <param name="width">Columns for both sides together.</param>
    public static string Signed(double value, double least, double greatest, int width)
    {
        var span = greatest - least;
        var left = span > 0 ? (int)Math.Round(-least / span * width) : 0;
        if (least < 0)
            left = Math.Clamp(left, 1, width - 1);
        if (value >= 0)
            return new string(' ', left) + Axis + (greatest > 0 ? Of(value / greatest, width - left) : "");

        // There are no block characters that grow to the left: whole columns.
        var columns = Math.Max(1, (int)Math.Round(value / least * left));
        return new string(' ', left - columns) + new string(Full, columns) + Axis;
    }
}
