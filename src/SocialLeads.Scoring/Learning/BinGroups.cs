namespace SocialLeads.Scoring.Learning;

/// <summary>The bins of a column put together into fewer groups, for its side of a pair.</summary>
public sealed class BinGroups
{
    /// <summary>The group of a bin that no row fell in: nothing was learned of it.</summary>
    public const int None = -1;

    private readonly int[] _groups;

    private BinGroups(ColumnBins bins, int[] groups, int count)
    {
        Bins = bins;
        _groups = groups;
        Count = count;
    }

    /// <summary>The bins.</summary>
    public ColumnBins Bins { get; }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>The group of a bin, from 0 to below <see cref="Count"/>; or <see cref="None"/>.</summary>
    public int GroupOf(int bin) => _groups[bin];

    /// <summary>The values of a group in words: bins that lie side by side are one range.</summary>
    public string Describe(int group)
    {
        var bins = Enumerable.Range(0, _groups.Length).Where(bin => _groups[bin] == group).ToArray();
        return Bins is NumberBins numbers && bins[0] != ColumnBins.Missing
            ? numbers.DescribeRange(bins[0], bins[^1])
            : string.Join(", ", bins.Select(Bins.Describe));
    }

    /// <summary>
    /// Puts neighbours together into groups of about equal rows. Numbers are in their own order; the levels of a category
    /// stand in the order of their shape, so that a threshold tells those with high log-odds from those with low ones.
    /// Missing values stay a group of their own.
    /// </summary>
    internal static BinGroups Of(ColumnBins bins, int[] rows, double[] shape, int maxGroups)
    {
        var values = Enumerable.Range(1, bins.Count - 1).Where(bin => rows[bin] > 0);
        if (bins is CategoryBins) values = values.OrderBy(bin => shape[bin]).ThenBy(bin => bin);
        var groups = new int[bins.Count];
        Array.Fill(groups, None);
        var group = -1;
        if (rows[ColumnBins.Missing] > 0) groups[ColumnBins.Missing] = ++group;
        var groupsLeft = maxGroups;
        long rowsLeft = rows.Skip(1).Sum(), inGroup = 0;
        foreach (var bin in values)
        {
            if (inGroup == 0 || groupsLeft > 1 && (inGroup + rows[bin] / 2) * groupsLeft > rowsLeft)
            {
                if (inGroup > 0) groupsLeft--;
                rowsLeft -= inGroup;
                inGroup = 0;
                group++;
            }
            groups[bin] = group;
            inGroup += rows[bin];
        }
        return new(bins, groups, group + 1);
    }
}
