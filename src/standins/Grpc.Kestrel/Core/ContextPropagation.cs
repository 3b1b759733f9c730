namespace Grpc.Core;

/// <summary>Stands in <see cref="ServerCallContext"/> so that subclasses of it compile; no server here makes one.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}

/// <summary>Stands in <see cref="ServerCallContext"/> so that subclasses of it compile.</summary>
public class ContextPropagationOptions;
