using Microsoft.Extensions.DependencyInjection;

namespace Orleans.InProcess.Runtime;

/// <summary>Which services of the host are singletons.</summary>
internal sealed class ServiceLifetimes(IServiceCollection services)
{
    /// <summary>Whether all are registered, without a key, and as singletons only.</summary>
    public bool AreSingletons(IEnumerable<Type> types) => types.All(IsSingleton);

    private bool IsSingleton(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var found = services
            .Where(service => !service.IsKeyedService && (service.ServiceType == type || service.ServiceType == definition))
            .ToArray();
        return found.Length > 0 && found.All(service => service.Lifetime == ServiceLifetime.Singleton);
    }
}
