using SocialLeads.Grains.Partitions;
using SocialLeads.Grains.Recording;
using SocialLeads.Server.Requests;

namespace SocialLeads.Server.Activities;

/// <summary>Has the good activities of a batch recorded, and says why when they could not be.</summary>
internal sealed class BatchRecording(TenantRecorder recorder, Tenants tenants)
{
    /// <exception cref="Grpc.Core.RpcException">RESOURCE_EXHAUSTED or UNAVAILABLE: some may be recorded all the same.</exception>
    public async Task<RecordReply> RecordAsync(string tenant, CheckedBatch batch)
    {
        if (!batch.Good.IsEmpty) await tenants.AdmitAsync(tenant);
        var reply = await recorder.Record(tenant, batch.ArrivedAtMs, batch.Good);
        return reply.Status switch
        {
            RecordStatus.Recorded => reply,
            RecordStatus.Overloaded => throw RpcErrors.Overloaded(),
            _ => throw RpcErrors.StoreUnavailable(),
        };
    }
}
