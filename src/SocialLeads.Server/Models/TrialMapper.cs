using SocialLeads.Grains.Trials;
using SocialLeads.Scoring.Trials;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Models;

/// <summary>Writes trials onto the wire.</summary>
internal static class TrialMapper
{
    private const double ThousandthsPerPoint = 1000;

    public static V1.TrialProgress ToWire(TrialProgress progress) => new()
    {
        AsOf = BoardRequest.FormatDay(progress.AsOfDay),
        MembersScored = progress.Scored,
        MembersTotal = progress.Total,
        EntriesRead = progress.Texts?.Counted ?? 0,
        EntriesTotal = progress.Texts?.Total ?? 0,
    };

    public static V1.TrialDay ToWire(TrialDay day)
    {
        var figures = day.Figures;
        var wire = new V1.TrialDay
        {
            AsOf = BoardRequest.FormatDay(day.AsOfDay),
            Members = figures.Members,
            TopPlaces = figures.TopPlaces,
            Staying = figures.Staying,
            Entering = figures.Entering,
            Leaving = figures.Leaving,
            MeanMove = figures.MeanMove,
            MedianMove = figures.MedianMove,
            LargeMove = figures.LargeMove,
        };
        if (figures.KendallTauB is { } tau) wire.KendallTauB = tau;
        if (figures.Spearman is { } rho) wire.Spearman = rho;
        wire.Moves.AddRange(figures.Moves.Select(bin => new V1.MoveBin { Low = bin.Low, High = bin.High, Members = bin.Members }));
        wire.BestEntering.AddRange(day.Entering.Select(move => ToWire(move, figures.Members)));
        wire.BestLeaving.AddRange(day.Leaving.Select(move => ToWire(move, figures.Members)));
        wire.Movers.AddRange(day.Movers.Select(move => ToWire(move, figures.Members)));
        return wire;
    }

    private static V1.TrialMove ToWire(TrialMove move, int members)
    {
        var (member, place) = move;
        var wire = new V1.TrialMove
        {
            Member = member.Member,
            Place = place.DraftPlace,
            AgainstPlace = place.AgainstPlace,
            Move = TrialComparison.MoveOf(place, members),
            Points = member.DraftPoints / ThousandthsPerPoint,
            AgainstPoints = member.AgainstPoints / ThousandthsPerPoint,
            Score = member.DraftScore,
            AgainstScore = member.AgainstScore,
        };
        wire.Signals.AddRange(member.Signals.Select(signal => new V1.SignalDifference
        {
            Signal = signal.Signal,
            Points = signal.DraftPoints / ThousandthsPerPoint,
            AgainstPoints = signal.AgainstPoints / ThousandthsPerPoint,
        }));
        return wire;
    }
}
