namespace SocialLeads.Scoring.Models.Yaml;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
internal static class NearMiss
{
    private const int MaxEdits = 2;

    /// <summary>The known name that is at most two edits away and not wholly different; null if there is none.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var least = MaxEdits + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > MaxEdits || candidate.Length <= MaxEdits) continue;
            var edits = Edits(name, candidate);
            if (edits < least) (nearest, least) = (candidate, edits);
        }
        return nearest;
    }

    /// <summary>Levenshtein distance, by rows.</summary>
    private static int Edits(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
