namespace SocialLeads.Scoring.Learning;

/// <summary>A part of the model while it is learned: which cell each row falls in, and how a step is fitted to the cells.</summary>
internal abstract class BoostedPart
{
    protected BoostedPart(ushort[] cells, int count)
    {
        Cells = cells;
        Count = count;
        Rows = new int[count];
        foreach (var cell in cells) Rows[cell]++;
    }

    /// <summary>The cell of each row of the table.</summary>
    public ushort[] Cells { get; }

    /// <summary>How many cells there are.</summary>
    public int Count { get; }

    /// <summary>How many rows of the table fall in each cell.</summary>
    public int[] Rows { get; }

    /// <summary>Fits a Newton step to the sums over each cell.</summary>
    /// <param name="sums">For each cell, what is left to explain.</param>
    /// <param name="shape">What the part says of each cell so far, in log-odds.</param>
    /// <param name="step">Takes what to add to it; 0 on entry.</param>
    public abstract void Fit(ReadOnlySpan<CellSum> sums, ReadOnlySpan<double> shape, Span<double> step);
}
