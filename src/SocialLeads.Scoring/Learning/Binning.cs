namespace SocialLeads.Scoring.Learning;

/// <summary>Chooses the bins of a column from the values it has.</summary>
internal static class Binning
{
    public static ColumnBins Of(TableColumn column, LearnerOptions options) => column switch
    {
        NumberColumn numbers => Of(numbers, options.MaxBins),
        CategoryColumn categories => Of(categories, options),
        _ => throw new ArgumentException($"{column.GetType().Name} is no kind of column known here.", nameof(column)),
    };

    /// <summary>A bin for each value when they are few; or else bins of about equal count, with frequent values on their own.</summary>
    private static NumberBins Of(NumberColumn column, int maxBins)
    {
        var sorted = column.Values.Where(value => !double.IsNaN(value)).Order().ToArray();
        var cuts = new List<double>();
        var distinct = CountDistinct(sorted);
        var start = 0;
        var binsLeft = Math.Min(maxBins, distinct);
        while (start < sorted.Length && binsLeft > 1)
        {
            var share = distinct <= maxBins ? 1 : Math.Max(1, (sorted.Length - start) / binsLeft);
            var last = LastOfValue(sorted, start + share - 1);
            if (last + 1 == sorted.Length) break;
            cuts.Add(RoundNumber.Between(sorted[last], sorted[last + 1]));
            start = last + 1;
            binsLeft--;
        }
        return new(column.Name, cuts);
    }

    /// <summary>The levels with enough rows; when they are too many, the most frequent.</summary>
    private static CategoryBins Of(CategoryColumn column, LearnerOptions options) => new(
        column.Name,
        column.Values.OfType<string>()
            .GroupBy(level => level, StringComparer.Ordinal)
            .Select(level => (level.Key, Rows: level.Count()))
            .Where(level => level.Rows >= options.MinLevelRows)
            .OrderByDescending(level => level.Rows).ThenBy(level => level.Key, StringComparer.Ordinal)
            .Take(options.MaxLevels)
            .Select(level => level.Key));

    private static int CountDistinct(double[] sorted)
    {
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1]) count++;
        }
        return count;
    }

    private static int LastOfValue(double[] sorted, int at)
    {
        while (at + 1 < sorted.Length && sorted[at + 1] == sorted[at]) at++;
        return at;
    }
}
