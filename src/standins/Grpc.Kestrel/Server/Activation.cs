using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>An object in use for one call; disposed after it unless the service container owns it.</summary>
internal readonly struct Activation<T>(T instance, bool owned) : IAsyncDisposable
    where T : class
{
    public T Instance => instance;

    public ValueTask DisposeAsync()
    {
        if (!owned)
            return default;

        if (instance is IAsyncDisposable asyncDisposable)
            return asyncDisposable.DisposeAsync();

        (instance as IDisposable)?.Dispose();
        return default;
    }
}

/// <summary>Makes or finds the service object for a call.</summary>
internal static class ServiceActivator<TService>
    where TService : class
{
    private static readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>([]);

    public static Activation<TService> Activate(IServiceProvider services) => services.GetService<TService>() is { } registered
        ? new Activation<TService>(registered, owned: false)
        : new Activation<TService>(_factory(services, null), owned: true);
}
