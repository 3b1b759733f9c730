namespace SocialLeads.Scoring.Tests;

/// <summary>docs/scoring.md: its figures are those that tests find, and its examples are run.</summary>
internal static class ScoringDocument
{
    private static readonly Lazy<string> _text = new(() => File.ReadAllText(Path.Combine(Root(), "docs", "scoring.md")).ReplaceLineEndings("\n"));

    public static string Text => _text.Value;

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialLeads.sln"))) return folder.FullName;
        }
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds SocialLeads.sln.");
    }
}
