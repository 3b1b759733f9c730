namespace SocialLeads.Scoring.Accuracy;

/// <summary>The members of one day, what several rankings said of them, and what happened to them afterwards.</summary>
public sealed class PanelDay
{
    private readonly DistinctScores[] _columns;

    /// <summary>Takes in a day.</summary>
    /// <param name="members">The number of each member, from 0, the same on all days; none twice.</param>
    /// <param name="positive">What happened to each.</param>
    /// <param name="columns">Columns of finite scores, each with one for every member.</param>
    /// <exception cref="ArgumentException">Lengths differ, a score is not finite, a member is there twice, or all outcomes are the same.</exception>
    public PanelDay(IReadOnlyList<int> members, IReadOnlyList<bool> positive, IReadOnlyList<IReadOnlyList<double>> columns)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(columns);
        if (members.Count != positive.Count)
            throw new ArgumentException($"There are {members.Count} members and {positive.Count} outcomes.", nameof(positive));
        if (members.Any(member => member < 0) || members.Distinct().Count() < members.Count)
            throw new ArgumentException("A member is there twice, or has a number below 0.", nameof(members));
        Members = [.. members];
        Positive = [.. positive];
        _columns = [.. columns.Select(scores => DistinctScores.Of(scores, positive))];
    }

    /// <summary>How many columns of scores there are.</summary>
    public int Columns => _columns.Length;

    internal IReadOnlyList<int> Members { get; }

    internal IReadOnlyList<bool> Positive { get; }

    /// <summary>Whether some members of either kind are there when each counts as often as drawn.</summary>
    internal bool HasBothKinds(int[] counts)
    {
        var (positives, others) = (false, false);
        for (var row = 0; row < Members.Count && !(positives && others); row++)
        {
            if (counts[Members[row]] == 0) continue;
            if (Positive[row]) positives = true;
            else others = true;
        }
        return positives && others;
    }

    /// <summary>A column beside what happened, where each member counts as often as drawn.</summary>
    internal ScoredOutcomes Outcomes(int column, int[] counts)
    {
        var distinct = _columns[column];
        var at = distinct.At();
        var positives = new int[distinct.Scores.Length];
        var others = new int[distinct.Scores.Length];
        for (var row = 0; row < at.Length; row++)
            (Positive[row] ? positives : others)[at[row]] += counts[Members[row]];
        return new(distinct.Scores, positives, others);
    }
}
