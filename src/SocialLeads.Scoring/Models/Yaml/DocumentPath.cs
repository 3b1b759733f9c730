namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>Paths of fields within a document, such as <c>signals[2].facet_weights[employee/*]</c>.</summary>
internal static class DocumentPath
{
    private const int LongestShown = 80;

    public static string Key(string path, string key)
    {
        var shown = key.Length <= LongestShown ? key : key[..LongestShown] + "…";
        if (!Activities.TextRules.IsSnakeName(shown)) return $"{path}[{shown}]";
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }
}
