namespace SocialLeads.Scoring.Learning;

/// <summary>One learning from the binned table to the model.</summary>
internal sealed class LearningRun
{
    private readonly BinnedTable _table;
    private readonly LearnerOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly FoldedRows _folded;
    private readonly double _base;

    /// <summary>For each fold, what its model says of every row.</summary>
    private readonly double[][] _logits;

    public LearningRun(BinnedTable table, LearnerOptions options, LearningPrior? prior, CancellationToken cancellationToken)
    {
        _table = table;
        _options = options;
        _cancellationToken = cancellationToken;
        _folded = new(table.Positive, options.Folds, options.Seed);
        _base = prior?.Intercept ?? Logistic.Logit((double)table.Positive.Count(outcome => outcome) / table.Positive.Length);
        var start = new double[table.Positive.Length];
        Array.Fill(start, _base);
        foreach (var column in table.Columns)
        {
            for (var row = 0; row < start.Length; row++) start[row] += column.Prior[column.Cells[row]];
        }
        _logits = [.. Enumerable.Range(0, options.Folds).Select(_ => (double[])start.Clone())];
    }

    /// <summary>
    /// The more columns there are, the more of them seem to matter by chance: the greatest of n chi-square values of noise
    /// grows with ln n.
    /// </summary>
    private double MinGain => Math.Max(0, Logistic.Ln(_table.Columns.Count) - 1);

    public LearnedModel Learn()
    {
        var shapes = Boost([.. _table.Columns.Select(column => column.ToBoost(MinGain, _options))]);
        for (var i = 0; i < shapes.Length; i++)
        {
            for (var bin = 0; bin < shapes[i].Length; bin++) shapes[i][bin] += _table.Columns[i].Prior[bin];
        }
        var grids = ChooseGrids(shapes);
        var pairs = grids.Select(chosen => new BoostedPair(
            [.. chosen.Grid.CellsOf(_table.Columns[chosen.First].Cells, _table.Columns[chosen.Second].Cells).Select(cell => (ushort)cell)],
            chosen.Grid, _options)).ToArray();
        var pairShapes = Boost(pairs);
        for (var i = 0; i < pairs.Length; i++)
            Purification.Purify(grids[i].Grid, pairs[i].Rows, pairShapes[i], shapes[grids[i].First], shapes[grids[i].Second]);
        var intercept = _base;
        for (var i = 0; i < shapes.Length; i++) intercept += Centre(shapes[i], _table.Columns[i].Rows);
        var calibration = Calibration.Fit(UnseenLogits(), _table.Positive);
        return new(
            calibration.Intercept + calibration.Slope * intercept,
            [
                .. shapes.Select((shape, i) => (ModelPart)new ShapePart(
                        _table.Columns[i].Bins, Scale(shape, calibration.Slope), _table.Columns[i].Rows))
                    .Concat(pairShapes.Select((shape, i) => new PairPart(
                        grids[i].Grid, Scale(shape, calibration.Slope), pairs[i].Rows)))
                    .Where(part => part.Importance > 0)
                    .OrderByDescending(part => part.Importance).ThenBy(part => part.Name, StringComparer.Ordinal),
            ]);
    }

    /// <summary>Boosts parts, adds what they say to the logits of each fold, and averages their shapes over the folds.</summary>
    private double[][] Boost(BoostedPart[] parts)
    {
        var byFold = new Boosting(parts, _folded, _options).Run(_logits, _cancellationToken);
        var mean = parts.Select(part => new double[part.Count]).ToArray();
        for (var fold = 0; fold < byFold.Length; fold++)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var shape = byFold[fold][i];
                for (var cell = 0; cell < shape.Length; cell++) mean[i][cell] += shape[cell] / byFold.Length;
                for (var row = 0; row < _logits[fold].Length; row++) _logits[fold][row] += shape[parts[i].Cells[row]];
            }
        }
        return mean;
    }

    private (PairGrid Grid, int First, int Second)[] ChooseGrids(double[][] shapes)
    {
        if (_options.MaxPairs == 0) return [];
        var columns = _table.Columns;
        var groups = columns.Select((column, i) => BinGroups.Of(column.Bins, column.Rows, shapes[i], _options.MaxPairBins)).ToArray();
        var candidates = Enumerable.Range(0, columns.Count)
            .OrderByDescending(i => new ShapePart(columns[i].Bins, shapes[i], columns[i].Rows).Importance).ThenBy(i => i)
            .Take(_options.MaxPairColumns).Order().ToArray();
        return
        [
            .. new PairScreen(_table, UnseenLogits(), _options).Choose(groups, candidates)
                .Select(pair => (new PairGrid(groups[pair.First], groups[pair.Second]), pair.First, pair.Second)),
        ];
    }

    /// <summary>What was said of each row by the one model that had not seen it.</summary>
    private double[] UnseenLogits()
    {
        var unseen = new double[_table.Positive.Length];
        for (var row = 0; row < unseen.Length; row++) unseen[row] = _logits[_folded.FoldOf(row)][row];
        return unseen;
    }

    /// <summary>Makes the mean over the rows 0, and bins without rows, too; the mean that was taken off.</summary>
    private static double Centre(double[] shape, int[] rows)
    {
        var mean = 0.0;
        for (var bin = 0; bin < shape.Length; bin++) mean += rows[bin] * shape[bin];
        mean /= rows.Sum();
        for (var bin = 0; bin < shape.Length; bin++) shape[bin] = rows[bin] > 0 ? shape[bin] - mean : 0;
        return mean;
    }

    private static double[] Scale(double[] shape, double slope) => [.. shape.Select(value => value * slope)];
}
