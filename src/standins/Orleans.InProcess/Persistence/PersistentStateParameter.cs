using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.InProcess.Runtime;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.InProcess.Persistence;

/// <summary>A constructor parameter of a grain class that stands for a stored state.</summary>
internal sealed class PersistentStateParameter(Type type, PersistentStateAttribute attribute)
{
    private readonly Type _implementation = typeof(PersistentState<>).MakeGenericType(type.GetGenericArguments());

    public Type Type { get; } = type;

    public static PersistentStateParameter[] Of(Type grainClass) =>
    [
        .. from constructor in grainClass.GetConstructors()
           from parameter in constructor.GetParameters()
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select new PersistentStateParameter(parameter.ParameterType, attribute),
    ];

    /// <exception cref="BadProviderConfigException">The store is not registered.</exception>
    public object Create(Activation activation)
    {
        var services = activation.ActivationServices;
        var storage = attribute.StorageName is { Length: > 0 } name
            ? services.GetKeyedService<IGrainStorage>(name)
            : services.GetService<IGrainStorage>();
        if (storage is null)
        {
            throw new BadProviderConfigException(
                attribute.StorageName is { Length: > 0 }
                    ? $"No storage provider named \"{attribute.StorageName}\" found loading grain type {activation.GrainId.Type}."
                    : $"No default storage provider found loading grain type {activation.GrainId.Type}.");
        }

        var state = Activator.CreateInstance(_implementation, attribute.StateName, activation.GrainId, storage)!;
        activation.Life.Add((IStoredState)state);
        return state;
    }
}
