using System.CommandLine;
using System.Globalization;

namespace SocialLeads.Cli.Commands;

/// <summary><c>--as-of DATE</c>.</summary>
internal static class DayOption
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>An option whose value is a day as the wire writes it; null when not given.</summary>
    public static Option<string?> Create() => new("--as-of")
    {
        Description = "Score as of the end of this UTC day, written YYYY-MM-DD. Without it, today by the server's clock.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (IsDay(text))
                return text;
            result.AddError(NotADay(text));
            return null;
        },
    };

    /// <summary>Likewise, but it may be given more than once.</summary>
    public static Option<string[]> CreateMany(string description) => new("--as-of")
    {
        Description = description,
        HelpName = "DATE",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            foreach (var wrong in result.Tokens.Where(token => !IsDay(token.Value)))
                result.AddError(NotADay(wrong.Value));
            return [.. result.Tokens.Select(token => token.Value)];
        },
    };

    /// <summary>A day of another name and meaning.</summary>
    public static Option<DateOnly?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError(NotADay(text, name));
            return null;
        },
    };

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string NotADay(string text, string name = "--as-of") => $"{name}: '{text}' is not a day written YYYY-MM-DD, such as 2018-09-02";
}
