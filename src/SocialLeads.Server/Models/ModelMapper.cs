using SocialLeads.Scoring.Models;
using WireSignal = SocialLeads.V1.Signal;

namespace SocialLeads.Server.Models;

/// <summary>Writes models onto the wire.</summary>
internal static class ModelMapper
{
    /// <summary>A model without its document.</summary>
    public static V1.Model ToWire(ScoringModel model)
    {
        var wire = new V1.Model
        {
            Model_ = model.Id,
            Version = model.Version,
            Title = model.Title,
            Description = model.Description,
        };
        wire.Signals.AddRange(model.Signals.Select(signal => new WireSignal
        {
            Signal_ = signal.Id,
            Title = signal.Title,
            Why = signal.Why,
            Cap = signal.Cap.ToDouble(),
        }));
        return wire;
    }
}
