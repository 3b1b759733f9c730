namespace SocialLeads.Scoring.Learning;

/// <summary>Some rows with what the model says of them so far.</summary>
internal sealed class LearningRows
{
    private readonly int[] _rows;
    private readonly bool[] _positive;
    private readonly double[] _logits;
    private readonly CellSum[] _left;

    /// <param name="rows">The rows of the table that are meant.</param>
    /// <param name="positive">The outcome of every row of the table.</param>
    /// <param name="logits">What the model says of every row of the table at the start.</param>
    public LearningRows(int[] rows, bool[] positive, double[] logits)
    {
        _rows = rows;
        _positive = [.. rows.Select(row => positive[row])];
        _logits = [.. rows.Select(row => logits[row])];
        _left = new CellSum[rows.Length];
    }

    /// <summary>Derives from the logits what is left to explain.</summary>
    public void Derive()
    {
        for (var i = 0; i < _logits.Length; i++)
        {
            var p = Logistic.Probability(_logits[i]);
            _left[i].Gradient = (_positive[i] ? 1 : 0) - p;
            _left[i].Weight = p * (1 - p);
        }
    }

    /// <summary>Sums what is left to explain over the cells.</summary>
    public void SumUp(ushort[] cells, CellSum[] sums)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            ref var sum = ref sums[cells[_rows[i]]];
            sum.Gradient += _left[i].Gradient;
            sum.Weight += _left[i].Weight;
        }
    }

    /// <summary>Adds a step, and takes off what it explains to the first order; <see cref="Derive"/> does it exactly.</summary>
    public void Add(ushort[] cells, double[] step)
    {
        for (var i = 0; i < _rows.Length; i++)
        {
            var change = step[cells[_rows[i]]];
            _logits[i] += change;
            _left[i].Gradient -= _left[i].Weight * change;
        }
    }

    /// <summary>The logistic loss, summed over the rows.</summary>
    public double Loss()
    {
        var loss = 0.0;
        for (var i = 0; i < _logits.Length; i++) loss += Logistic.Loss(_logits[i], _positive[i]);
        return loss;
    }
}
