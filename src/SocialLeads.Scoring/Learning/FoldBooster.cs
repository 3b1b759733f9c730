namespace SocialLeads.Scoring.Learning;

/// <summary>Boosting without the rows of one fold, on which every round is measured.</summary>
internal sealed class FoldBooster
{
    private readonly BoostedPart[] _parts;
    private readonly LearningRows _seen;
    private readonly LearningRows _unseen;
    private readonly double[][] _shapes;
    private readonly double[][] _kept;

    public FoldBooster(BoostedPart[] parts, LearningRows seen, LearningRows unseen)
    {
        _parts = parts;
        _seen = seen;
        _unseen = unseen;
        _shapes = [.. parts.Select(part => new double[part.Count])];
        _kept = [.. parts.Select(part => new double[part.Count])];
        UnseenLoss = unseen.Loss();
    }

    /// <summary>The loss on the fold left out, summed over its rows, after the rounds so far.</summary>
    public double UnseenLoss { get; private set; }

    /// <summary>The shape of each part as of <see cref="Keep"/>, in log-odds.</summary>
    public IReadOnlyList<double[]> Kept => _kept;

    /// <summary>One step of every part in turn.</summary>
    public void Advance()
    {
        _seen.Derive();
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = _parts[i];
            var sums = new CellSum[part.Count];
            var step = new double[part.Count];
            _seen.SumUp(part.Cells, sums);
            part.Fit(sums, _shapes[i], step);
            for (var cell = 0; cell < step.Length; cell++) _shapes[i][cell] += step[cell];
            _seen.Add(part.Cells, step);
            _unseen.Add(part.Cells, step);
        }
        UnseenLoss = _unseen.Loss();
    }

    /// <summary>Remembers the shapes as they are now.</summary>
    public void Keep()
    {
        for (var i = 0; i < _shapes.Length; i++) _shapes[i].CopyTo(_kept[i], 0);
    }
}
