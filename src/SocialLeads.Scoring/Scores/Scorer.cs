using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// A model compiled for the series of one symbol table; series that are added later are taken in when they are first met.
/// Same model, features and day give the same bits on every machine. Not safe for several threads at once: it keeps its
/// buffers; make one for each.
/// </summary>
/// <remarks>
/// As of a day further back than the retention, what is undated counts as if it had happened before; see <see cref="ExactFrom"/>.
/// </remarks>
public sealed class Scorer
{
    private readonly SignalPlan[] _plans;
    private readonly Measuring _measuring;
    private readonly SignalSums[] _sums;
    private readonly Settling _settling;
    private readonly GroupCaps _groupCaps;
    private readonly PhraseEvidence _evidence;

    /// <summary>A scorer for features packed by a symbol table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="symbols">The symbol table.</param>
    /// <param name="tellsOwnDomain">Whether <see cref="OwnDomain"/> is wanted.</param>
    public Scorer(ScoringModel model, SymbolTable symbols, bool tellsOwnDomain = false)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(symbols);
        Model = model;
        _plans = model.Plans;
        _measuring = new(_plans, symbols, tellsOwnDomain);
        _sums = new SignalSums[_plans.Length];
        _settling = new(_plans);
        _groupCaps = new(model);
        _evidence = new(_plans, symbols);
    }

    /// <summary>The model.</summary>
    public ScoringModel Model { get; }

    /// <summary>
    /// The own e-mail domain, lower-case, of the member that was scored last, as of that day (see
    /// <see cref="FacetKind.EmailDomainRelation"/>): the member's company, unless it is a public one. Empty if it is not known.
    /// </summary>
    public string OwnDomain => _measuring.OwnDomain;

    /// <summary>A member's points as of the end of a UTC day (<see cref="Activities.UtcDay"/>).</summary>
    /// <param name="features">The member's packed features.</param>
    /// <param name="asOfDay">The day.</param>
    /// <param name="points">The points; zero when there are none.</param>
    /// <param name="inputs">What the features do not tell.</param>
    /// <returns>False when the member has no activity on or before the day.</returns>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public bool TryPoints(ReadOnlySpan<byte> features, int asOfDay, out Points points, ScoreInputs inputs = default)
    {
        Array.Clear(_sums);
        var acted = _measuring.SumUp(features, asOfDay, inputs, _sums);
        points = acted ? Settle() : Points.Zero;
        return acted;
    }

    /// <summary>
    /// What each signal measures of a member as of the end of a UTC day: the total over its facets, weighted by them, after window, half-life
    /// and limits, before transform, steps and weight.
    /// </summary>
    /// <param name="features">The member's packed features.</param>
    /// <param name="asOfDay">The day.</param>
    /// <param name="totals">
    /// Takes the total of each signal, in the order of the model, in thousandths of its unit, rounded down; at most
    /// <see cref="ModelBounds.MaxStepFromThousandths"/> either way.
    /// </param>
    /// <returns>False when the member has no activity on or before the day.</returns>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public bool TryTotals(ReadOnlySpan<byte> features, int asOfDay, Span<long> totals)
    {
        Array.Clear(_sums);
        if (!_measuring.SumUp(features, asOfDay, default, _sums)) return false;
        for (var i = 0; i < _plans.Length; i++) totals[i] = _plans[i].TotalThousandths(_sums[i].Net);
        return true;
    }

    /// <summary>A member's score as of the end of a UTC day, with every contribution.</summary>
    /// <param name="features">The member's packed features.</param>
    /// <param name="asOfDay">The day.</param>
    /// <param name="inputs">What the features do not tell.</param>
    /// <returns>Null when the member has no activity on or before the day.</returns>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public Explanation? Explain(ReadOnlySpan<byte> features, int asOfDay, ScoreInputs inputs = default)
    {
        Array.Clear(_sums);
        if (!_measuring.Explain(features, asOfDay, inputs, _sums)) return null;
        var points = Settle();
        var fit = PointsOf(ScoreDimension.Fit);
        return new(
            points,
            Model.Curve.Score(points),
            _evidence.AddTo(Contributions.Of(_measuring.Measured, _plans, _sums, Model.Intercept), features, asOfDay),
            fit,
            Points.FromThousandths(points.Thousandths - fit.Thousandths));
    }

    /// <summary>
    /// The first day as of which, and as of every later one, a member's score is what it would be if every day were kept. It is never after
    /// the member's newest day. Of points that the features do not tell it says nothing.
    /// </summary>
    /// <param name="features">The member's packed features.</param>
    /// <param name="retentionDays">The days that they keep singly.</param>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public int ExactFrom(ReadOnlySpan<byte> features, int retentionDays = FeatureBounds.DefaultRetentionDays) =>
        features.IsEmpty ? 0 : _measuring.ExactFrom(features, retentionDays);

    private Points Settle()
    {
        _settling.Settle(_sums);
        _groupCaps.Apply(_sums);
        var thousandths = Model.Intercept.Thousandths;
        for (var i = 0; i < _plans.Length; i++)
        {
            if (Model.Combine != DimensionWeights.PlainSum) _sums[i].Weigh(Model.Combine, _plans[i].Signal.Dimension);
            thousandths += _sums[i].Thousandths;
        }
        return Points.FromThousandths(thousandths);
    }

    private Points PointsOf(ScoreDimension dimension)
    {
        long thousandths = 0;
        for (var i = 0; i < _plans.Length; i++)
        {
            if (_plans[i].Signal.Dimension == dimension) thousandths += _sums[i].Thousandths;
        }
        return Points.FromThousandths(thousandths);
    }
}
