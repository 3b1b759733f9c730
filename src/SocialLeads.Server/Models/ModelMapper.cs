using Google.Protobuf.WellKnownTypes;
using SocialLeads.Grains.Listening;
using SocialLeads.Grains.Models;
using SocialLeads.Scoring.Models;
using SocialLeads.Server.Requests;
using StoredModel = SocialLeads.Storage.Models.StoredModel;
using WireSignal = SocialLeads.V1.Signal;

namespace SocialLeads.Server.Models;

/// <summary>Writes models onto the wire.</summary>
internal static class ModelMapper
{
    /// <summary>What a document describes, without the document.</summary>
    public static V1.Model ToWire(ScoringModel model)
    {
        var wire = new V1.Model { Model_ = model.Id, Version = model.Version };
        Describe(wire, model);
        return wire;
    }

    /// <summary>A version of a tenant's, without its document.</summary>
    /// <param name="models">The tenant's models.</param>
    /// <param name="version">One of them.</param>
    /// <param name="model">What its document describes; null when that is damaged.</param>
    public static V1.Model ToWire(ModelSnapshot models, ModelRef version, ScoringModel? model)
    {
        var wire = new V1.Model
        {
            Model_ = version.Model,
            Version = version.Version,
            DefaultVersion = models.DefaultVersion(version.Model) == version.Version,
            Pack = models.IsPack(version),
            State = V1.ModelState.Published,
        };
        if (model is not null) Describe(wire, model);
        if (models.FindStored(version) is { } stored) AddLife(wire, stored);
        return wire;
    }

    /// <summary>How far filters are counted. From which day on is told when that is settled.</summary>
    public static V1.FilterCounts ToWire(FilterProgress progress) => new()
    {
        Complete = progress.IsComplete,
        CompleteFrom = progress is { IsComplete: true, FromDay: { } day } ? BoardRequest.FormatDay(day) : "",
        EntriesCounted = progress.Counted,
        EntriesTotal = progress.Total,
    };

    private static void Describe(V1.Model wire, ScoringModel model)
    {
        wire.Title = model.Title;
        wire.Description = model.Description;
        wire.Signals.AddRange(model.Signals.Select(signal => new WireSignal
        {
            Signal_ = signal.Id,
            Title = signal.Title,
            Why = signal.Why,
            Cap = signal.Cap.ToDouble(),
        }));
    }

    private static void AddLife(V1.Model wire, StoredModel stored)
    {
        wire.State = stored.State switch
        {
            Storage.Models.ModelState.Draft => V1.ModelState.Draft,
            Storage.Models.ModelState.Published => V1.ModelState.Published,
            Storage.Models.ModelState.Retired => V1.ModelState.Retired,
            _ => V1.ModelState.Unspecified,
        };
        wire.Author = stored.Author;
        wire.Reason = stored.Reason;
        wire.CreateTime = ToWire(stored.CreatedAtMs);
        wire.ChangeTime = ToWire(stored.ChangedAtMs);
        wire.ValidateTime = ToWire(stored.ValidatedAtMs);
        wire.TryTime = ToWire(stored.TriedAtMs);
        wire.ReadyTime = ToWire(stored.ReadyAtMs);
    }

    private static Timestamp? ToWire(long? ms) => ms is { } known ? Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(known)) : null;
}
