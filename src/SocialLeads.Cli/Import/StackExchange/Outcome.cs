using SocialLeads.V1;

namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>What a row, or one fact in it, came to: an activity, or the reason why there is none.</summary>
internal readonly record struct Outcome(Activity? Activity, string? WhyNot)
{
    public static Outcome Of(Activity activity) => new(activity, null);

    public static Outcome Skip(string why) => new(null, why);
}

/// <summary>Maps the rows of one table.</summary>
internal interface ITableMapping
{
    IEnumerable<Outcome> Map(Row row);
}
