namespace SocialLeads.Scoring.Learned;

/// <summary>Examples divided by time, so that a model is judged on what came after all that it was learned from.</summary>
/// <param name="Older">What to learn from.</param>
/// <param name="Newest">What to judge on: about a fifth, whole days of it.</param>
internal sealed record TimeSplit(IReadOnlyList<LearningExample> Older, IReadOnlyList<LearningExample> Newest)
{
    private const int Parts = 5;

    /// <summary>
    /// Examples in order of day and member, divided between two days; of the two boundaries next to a fifth the nearer. Null when all are
    /// of one day.
    /// </summary>
    public static TimeSplit? Of(IReadOnlyList<LearningExample> ordered)
    {
        var fifth = (ordered.Count + Parts - 1) / Parts;
        var day = ordered[^fifth].Verdict.Day;
        int[] starts = [CountBefore(ordered, day), CountBefore(ordered, day + 1)];
        var possible = starts.Where(start => start > 0 && start < ordered.Count).ToArray();
        if (possible.Length == 0) return null;
        var start = possible.MinBy(start => Math.Abs(ordered.Count - start - fifth));
        return new([.. ordered.Take(start)], [.. ordered.Skip(start)]);
    }

    private static int CountBefore(IReadOnlyList<LearningExample> ordered, int day) => ordered.Count(example => example.Verdict.Day < day);
}
