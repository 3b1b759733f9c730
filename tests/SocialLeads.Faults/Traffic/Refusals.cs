using Google.Rpc;
using Grpc.Core;

namespace SocialLeads.Faults.Traffic;

/// <summary>What a server that serves may answer when it cannot take a request: one of two codes, and when to come again.</summary>
internal sealed class Refusals
{
    private int _unavailable;
    private int _exhausted;

    public int Unavailable => _unavailable;

    public int Exhausted => _exhausted;

    /// <summary>Counts a refusal.</summary>
    /// <returns>The delay that the server asks for.</returns>
    /// <exception cref="FaultException">The answer is none that a server may give to a good request.</exception>
    public TimeSpan Count(RpcException refusal)
    {
        if (refusal.StatusCode == StatusCode.Unavailable) Interlocked.Increment(ref _unavailable);
        else if (refusal.StatusCode == StatusCode.ResourceExhausted) Interlocked.Increment(ref _exhausted);
        else throw new FaultException($"A serving server answered {refusal.StatusCode} to a good request: {refusal.Status.Detail}");
        var retry = refusal.GetRpcStatus()?.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>();
        return retry?.RetryDelay?.ToTimeSpan()
            ?? throw new FaultException($"A refusal with {refusal.StatusCode} does not say when to come again: {refusal.Status.Detail}");
    }
}
