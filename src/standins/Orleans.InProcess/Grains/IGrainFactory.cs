namespace Orleans;

/// <summary>Gives references to grains. Giving one activates nothing: the first call does.</summary>
public interface IGrainFactory
{
    /// <param name="primaryKey">Neither null, empty nor white space alone.</param>
    /// <param name="grainClassNamePrefix">Chooses among several classes with the interface, by the start of the class's full name.</param>
    /// <exception cref="ArgumentException">The key is unusable, or no class or no single class implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey;

    /// <inheritdoc cref="GetGrain{TGrainInterface}(string, string?)"/>
    TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey;
}
