using Orleans.Configuration;
using Orleans.InProcess.Runtime;
using Orleans.Runtime;

namespace Orleans.InProcess.Manifest;

/// <summary>The grain classes of the application and the interfaces they implement.</summary>
internal sealed class GrainManifest
{
    private readonly Dictionary<GrainType, GrainClass> _classes = [];
    private readonly ILookup<Type, GrainClass> _byInterface;

    /// <exception cref="OrleansConfigurationException">Two grain classes have one name.</exception>
    public GrainManifest(Silo silo, IEnumerable<Type> grainClasses, GrainCollectionOptions options)
    {
        foreach (var type in grainClasses)
        {
            var made = new GrainClass(silo, type, options);
            if (!_classes.TryAdd(made.GrainType, made))
            {
                throw new OrleansConfigurationException(
                    $"The grain classes {_classes[made.GrainType].Type} and {type} have one name, \"{made.GrainType}\".");
            }
        }

        _byInterface = (
            from grainClass in _classes.Values
            from face in grainClass.Type.GetInterfaces()
            where typeof(IGrain).IsAssignableFrom(face)
            select (face, grainClass)).ToLookup(pair => pair.face, pair => pair.grainClass);
    }

    public int Count => _classes.Count;

    public GrainClass Class(GrainType type) =>
        _classes.TryGetValue(type, out var found)
            ? found
            : throw new ArgumentException($"Could not find an implementation for grain type {type}");

    /// <summary>The class that implements the interface; of several, the one named like it.</summary>
    /// <exception cref="ArgumentException">There is none, or no single one.</exception>
    public GrainClass Implementation(Type grainInterface, string? classNamePrefix)
    {
        var found = _byInterface[grainInterface].ToArray();
        if (classNamePrefix is { Length: > 0 })
            found = [.. found.Where(candidate => candidate.Type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))];
        if (found.Length > 1 && Array.Find(found, candidate => candidate.Type.Name == grainInterface.Name[1..]) is { } named)
            return named;
        return found switch
        {
            [] => throw new ArgumentException($"Could not find an implementation for interface {grainInterface}"),
            [var only] => only,
            _ => throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {grainInterface}. "
                + $"Candidates: {string.Join(", ", found.Select(candidate => candidate.Type.FullName))}"),
        };
    }
}
