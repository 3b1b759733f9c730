namespace SocialLeads.Cli.Import.StackExchange;

/// <summary>The tags of a question as dumps write them: <c>&lt;a&gt;&lt;b&gt;</c> until 2023, <c>|a|b|</c> since.</summary>
internal static class TagList
{
    private static readonly char[] _separators = ['<', '>', '|'];

    public static string[] Parse(string? tags) =>
        tags?.Split(_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
