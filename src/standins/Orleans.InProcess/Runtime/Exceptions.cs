namespace Orleans.Runtime;

/// <summary>The base of the runtime's own failures.</summary>
public class OrleansException : Exception
{
    public OrleansException()
    {
    }

    public OrleansException(string message) : base(message)
    {
    }

    public OrleansException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>A call was turned away before the grain saw it.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message) : base(message)
    {
    }
}

/// <summary>The silo is stopping or has stopped.</summary>
public sealed class SiloUnavailableException : OrleansMessageRejectionException
{
    public SiloUnavailableException() : base("Silo unavailable")
    {
    }

    public SiloUnavailableException(string msg) : base(msg)
    {
    }
}

/// <summary>The silo is configured in a way that cannot work.</summary>
public sealed class OrleansConfigurationException(string message) : Exception(message);
