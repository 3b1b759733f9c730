using System.Globalization;
using System.Text;

namespace SocialLeads.Cli.Tests.Learn;

/// <summary>A table of 400 rows in which visits and plan tell who buys, and weekday and number do not.</summary>
internal static class SmallTable
{
    public const int Rows = 400;

    public static string Csv(Func<int, string, string>? change = null, char separator = ',')
    {
        var random = new Random(1);
        var csv = new StringBuilder($"visits{separator}plan{separator}weekday{separator}number{separator}bought\n");
        for (var row = 0; row < Rows; row++)
        {
            var visits = random.Next(20);
            var plan = random.Next(3);
            var logit = 0.3 * visits - 4 + plan;
            var bought = random.NextDouble() < 1 / (1 + Math.Exp(-logit));
            var line = string.Join(separator,
                random.Next(10) == 0 ? "" : visits.ToString(CultureInfo.InvariantCulture),
                $"\"plan {plan}\"", ((DayOfWeek)random.Next(7)).ToString(), row, bought ? "yes" : "no");
            csv.Append(change?.Invoke(row, line) ?? line).Append('\n');
        }

        return csv.ToString();
    }
}
