using System.Collections.Immutable;
using SocialLeads.Scoring.Features;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Learned;

/// <summary>Reads examples out of members' features. Not safe for several threads at once.</summary>
public sealed class ExampleReader
{
    private readonly SymbolTable _symbols = new();
    private readonly Scorer _scorer;

    /// <summary>A reader.</summary>
    /// <param name="model">The base model, whose signals are measured.</param>
    public ExampleReader(ScoringModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _scorer = new(model, _symbols);
    }

    /// <summary>A member as of the day before the verdict; null when there was no activity until then, so that nobody could have found it.</summary>
    /// <exception cref="InvalidDataException">The features are damaged.</exception>
    public LearningExample? Read(string member, PortableFeatures features, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(features);
        var packed = features.Import(_symbols);
        var asOf = verdict.Day - 1;
        var totals = new long[_scorer.Model.Signals.Length];
        if (!_scorer.TryTotals(packed, asOf, totals)) return null;
        _scorer.TryPoints(packed, asOf, out var points);
        return new(member, verdict, ImmutableArray.Create(totals), points);
    }
}
