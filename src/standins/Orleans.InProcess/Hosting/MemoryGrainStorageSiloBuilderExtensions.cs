using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.InProcess.Persistence;
using Orleans.Storage;

namespace Orleans.Hosting;

public static class MemoryGrainStorageSiloBuilderExtensions
{
    /// <summary>Registers a store of grain states, by the name a <see cref="Orleans.Runtime.PersistentStateAttribute"/> gives. It lives as long as the host.</summary>
    public static ISiloBuilder AddMemoryGrainStorage(this ISiloBuilder builder, string name)
    {
        builder.Services.TryAddKeyedSingleton<IGrainStorage, MemoryGrainStorage>(name);
        return builder;
    }
}
