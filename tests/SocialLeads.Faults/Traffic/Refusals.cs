using Google.Rpc;
using Grpc.Core;

namespace SocialLeads.Faults.Traffic;

/// <summary>What a server that serves may answer when it cannot take a request: one of two codes, and when to come again.</summary>
internal sealed class Refusals
{
    public Milestones Unavailable { get; } = new();

    public Milestones Exhausted { get; } = new();

    /// <summary>Counts a refusal.</summary>
    /// <returns>The delay that the server asks for.</returns>
    /// <exception cref="FaultException">The answer is none that a server may give to a good request.</exception>
    public TimeSpan Count(RpcException refusal)
    {
        if (refusal.StatusCode == StatusCode.Unavailable) Unavailable.Add();
        else if (refusal.StatusCode == StatusCode.ResourceExhausted) Exhausted.Add();
        else throw new FaultException($"A serving server answered {refusal.StatusCode} to a good request: {refusal.Status.Detail}");
        var retry = refusal.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>();
        return retry?.RetryDelay?.ToTimeSpan()
            ?? throw new FaultException($"A refusal with {refusal.StatusCode} does not say when to come again: {refusal.Status.Detail}");
    }
}
