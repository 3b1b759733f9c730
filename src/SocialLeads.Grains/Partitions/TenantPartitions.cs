using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SocialLeads.Grains.Partitions;

/// <summary>The partitions of tenants, as those who ask them see them.</summary>
public sealed class TenantPartitions(IGrainFactory grains, PartitionRouter router)
{
    // References never go stale, and there are as many tenants as the server admits.
    private readonly ConcurrentDictionary<string, ImmutableArray<IPartitionGrain>> _known = new(StringComparer.Ordinal);

    /// <summary>All partitions of a tenant, each at its index.</summary>
    public ImmutableArray<IPartitionGrain> Of(string tenant) => _known.GetOrAdd(tenant, static (name, from) => from.Find(name), this);

    /// <summary>The partition of a member.</summary>
    public IPartitionGrain Of(string tenant, string member) => Of(tenant)[router.PartitionOf(tenant, member).Index];

    /// <summary>What every partition of a tenant answers to a question, each at its index.</summary>
    public async Task<T[]> AskAllAsync<T>(string tenant, Func<IPartitionGrain, Task<T>> question)
    {
        var partitions = Of(tenant);
        var answers = new Task<T>[partitions.Length];
        for (var index = 0; index < answers.Length; index++) answers[index] = question(partitions[index]);
        return await AllOfAsync(answers);
    }

    /// <summary>
    /// What partitions answer. They are waited for one after the other: when the first has answered most others have, and each that has to be
    /// waited for wakes a thread.
    /// </summary>
    public static async Task<T[]> AllOfAsync<T>(Task<T>[] answers)
    {
        foreach (var answer in answers) await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return await Task.WhenAll(answers);
    }

    private ImmutableArray<IPartitionGrain> Find(string tenant) =>
        [.. router.PartitionsOf(tenant).Select(id => grains.GetGrain<IPartitionGrain>(PartitionKey.Format(id)))];
}
