using System.CommandLine;
using System.Globalization;

namespace SocialLeads.Cli.Commands;

/// <summary><c>--as-of DAY…</c>.</summary>
internal static class DaysOption
{
    public static Option<DateOnly[]> Create() => new("--as-of")
    {
        Description = "A past UTC day at whose end the members are ranked, written YYYY-MM-DD; several are taken together.",
        HelpName = "DAY",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            var days = new List<DateOnly>();
            foreach (var token in result.Tokens)
            {
                if (DateOnly.TryParseExact(token.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    days.Add(day);
                else
                    result.AddError($"--as-of: '{token.Value}' is not a day written YYYY-MM-DD, such as 2018-09-02");
            }

            return [.. days];
        },
    };
}
