namespace SocialLeads.Scoring.Patterns;

/// <summary>A member's counts by week, back from a day: the first week is the seven days that end with it.</summary>
internal sealed class WeekCounts
{
    public const int DaysPerWeek = 7;
    private const int Weeks = PatternRule.MostRecentWeeks + PatternRule.MostBaselineWeeks;

    private long[] _counts = new long[4 * Weeks];
    private int _sets;

    public void Clear()
    {
        Array.Clear(_counts, 0, _sets * Weeks);
        _sets = 0;
    }

    /// <summary>A new set of weeks without anything; its number is from 1.</summary>
    public int New()
    {
        if ((_sets + 1) * Weeks > _counts.Length) Array.Resize(ref _counts, _counts.Length * 2);
        return ++_sets;
    }

    /// <summary>Adds what was counted on a day by its age; days older than all weeks are left out.</summary>
    public void Add(int set, int age, long count)
    {
        if (age < Weeks * DaysPerWeek) _counts[(set - 1) * Weeks + age / DaysPerWeek] += count;
    }

    /// <summary>The counts of a set, the latest week first.</summary>
    public ReadOnlySpan<long> Of(int set) => _counts.AsSpan((set - 1) * Weeks, Weeks);
}
