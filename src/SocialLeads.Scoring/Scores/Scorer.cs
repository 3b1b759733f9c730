using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;

namespace SocialLeads.Scoring.Scores;

/// <summary>
/// A model compiled for the series of one symbol table; series that are added later are taken in when they are first met.
/// Same model, features and day give the same bits on every machine. Not safe for several threads at once: it keeps its
/// buffers; make one for each.
/// </summary>
public sealed class Scorer
{
    public Scorer(ScoringModel model, SymbolTable symbols)
    {
        Model = model;
    }

    /// <summary>The model.</summary>
    public ScoringModel Model { get; }

    /// <summary>A member's points as of the end of a UTC day (<see cref="Activities.UtcDay"/>).</summary>
    /// <returns>False when the member has no activity on or before the day.</returns>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public bool TryPoints(ReadOnlySpan<byte> features, int asOfDay, out Points points) => throw new NotImplementedException();

    /// <summary>A member's score as of the end of a UTC day, with every contribution.</summary>
    /// <returns>Null when the member has no activity on or before the day.</returns>
    /// <exception cref="InvalidDataException">The features are damaged or of another symbol table.</exception>
    public Explanation? Explain(ReadOnlySpan<byte> features, int asOfDay) => throw new NotImplementedException();
}
