using System.Globalization;
using Orleans.InProcess.Proxies;
using Orleans.Runtime;

namespace Orleans.InProcess.Runtime;

internal sealed class GrainFactory(Silo silo, IServiceProvider services) : IClusterClient
{
    public IServiceProvider ServiceProvider { get; } = services;

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(primaryKey);
        return Make<TGrainInterface>(primaryKey, grainClassNamePrefix);
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Make<TGrainInterface>(primaryKey.ToString("X", CultureInfo.InvariantCulture), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey =>
        Make<TGrainInterface>(primaryKey.ToString("N"), grainClassNamePrefix);

    private TGrainInterface Make<TGrainInterface>(string key, string? classNamePrefix)
    {
        var type = silo.Manifest.Implementation(typeof(TGrainInterface), classNamePrefix).GrainType;
        return (TGrainInterface)(object)ReferenceTypes.Make(typeof(TGrainInterface), silo, new GrainId(type, IdSpan.Create(key)));
    }
}
