using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.InProcess.Persistence;
using Orleans.InProcess.Runtime;
using Orleans.Runtime;

namespace Orleans.InProcess.Manifest;

/// <summary>A grain class in one silo: what its attributes say, and how to make an instance.</summary>
internal sealed class GrainClass
{
    private readonly ObjectFactory _factory;
    private readonly bool _isMadeOfSingletons;
    private readonly PersistentStateParameter[] _states;

    public GrainClass(Silo silo, Type type, GrainCollectionOptions options)
    {
        Silo = silo;
        Type = type;
        GrainType = GrainType.Create(NameByConvention(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        MaxWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        CollectionAge = AgeOf(type, options);
        ActivationTimeout = options.ActivationTimeout;
        DeactivationTimeout = options.DeactivationTimeout;
        _states = PersistentStateParameter.Of(type);
        _isMadeOfSingletons = silo.Lifetimes.AreSingletons(
            type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType));
        _factory = ActivatorUtilities.CreateFactory(type, [.. _states.Select(state => state.Type)]);
    }

    public Silo Silo { get; }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>Null unless the class is a stateless worker.</summary>
    public int? MaxWorkers { get; }

    /// <summary><see cref="Timeout.InfiniteTimeSpan"/> for a class that is never collected.</summary>
    public TimeSpan CollectionAge { get; }

    public TimeSpan ActivationTimeout { get; }

    public TimeSpan DeactivationTimeout { get; }

    /// <exception cref="InvalidOperationException">The constructor failed, or what it asks for is not there.</exception>
    public object CreateInstance(Activation activation)
    {
        try
        {
            // A scope for each of a million activations is memory spent on nothing where all services are singletons.
            var services = _isMadeOfSingletons ? Silo.Services : activation.ActivationServices;
            return _factory(services, [.. _states.Select(state => state.Create(activation))]);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"Failed to create an instance of grain type '{Type}'. See InnerException for details.", exception);
        }
    }

    private static string NameByConvention(Type type)
    {
        const string Suffix = "grain";
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    private static TimeSpan AgeOf(Type type, GrainCollectionOptions options)
    {
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>();
        if (limit is { AlwaysActive: true } || type.IsDefined(typeof(KeepAliveAttribute)))
            return Timeout.InfiniteTimeSpan;
        if (limit is not null)
            return limit.AgeLimit;
        return options.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var age) ? age : options.CollectionAge;
    }
}
