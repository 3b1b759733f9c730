using System.Collections.Immutable;
using SocialLeads.Scoring.Models;
using SocialLeads.Scoring.Scores;

namespace SocialLeads.Scoring.Stages;

/// <summary>
/// The stages of a model. A member moves up on the day that the points reach a stage, and down only when they fall below 0.9 of
/// where it begins: a threshold with hysteresis (Schmitt 1938), so that points that hover at it do not move the member to and fro.
/// </summary>
public sealed class StageLadder
{
    /// <summary>The place of a member who has reached no stage.</summary>
    public const int None = -1;

    /// <summary>
    /// How many days are replayed to tell the stage of a day: what features keep by day. A stage that was reached before, and that
    /// the points have not reached again since, is forgotten.
    /// </summary>
    public const int ReplayedDays = ModelBounds.HorizonDays;

    internal StageLadder(ImmutableArray<Stage> stages) => Stages = stages;

    /// <summary>The stages from the lowest up; empty for a model without stages.</summary>
    public ImmutableArray<Stage> Stages { get; }

    /// <summary>The place of the stage on the day after one with a given place, or on a first day after <see cref="None"/>.</summary>
    public int Next(int place, Points points)
    {
        for (var higher = Stages.Length - 1; higher > place; higher--)
        {
            if (points >= Stages[higher].From) return higher;
        }
        while (place > None && points.Thousandths * 10 < Stages[place].From.Thousandths * 9) place--;
        return place;
    }

    /// <summary>The place of the stage on the last of some days in a row, of which none is left out.</summary>
    /// <param name="points">At most the last <see cref="ReplayedDays"/> + 1 are looked at; null before the first activity.</param>
    public int Replay(ReadOnlySpan<Points?> points)
    {
        if (points.Length > ReplayedDays + 1) points = points[^(ReplayedDays + 1)..];
        var place = None;
        foreach (var day in points)
        {
            if (day is { } reached) place = Next(place, reached);
        }
        return place;
    }

    /// <summary>The id of the stage at a place; empty for <see cref="None"/>.</summary>
    public string IdAt(int place) => place == None ? "" : Stages[place].Id;
}
