using System.Reflection;
using Orleans.Concurrency;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Proxies;

internal enum ReturnKind
{
    Task,
    TaskOf,
    ValueTask,
    ValueTaskOf,
}

/// <summary>How a method of a grain interface is called: its arguments as one tuple, its result, its traits.</summary>
internal sealed class MethodShape
{
    private const int MaxArguments = 7;

    /// <exception cref="NotSupportedException">The method cannot be a grain's.</exception>
    public MethodShape(MethodInfo method)
    {
        Method = method;
        (Kind, Result) = ReturnOf(method);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        var arguments = parameters.Where(type => type != typeof(CancellationToken)).ToArray();
        if (method.IsGenericMethod
            || parameters.Any(type => type.IsByRef)
            || arguments.Length > MaxArguments
            || parameters.Length - arguments.Length > 1)
        {
            throw Unsupported(method);
        }

        Arguments = TupleOf(arguments);
    }

    public MethodInfo Method { get; }

    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    public ReturnKind Kind { get; }

    /// <summary><see cref="NoResult"/> for a method without one.</summary>
    public Type Result { get; }

    /// <summary>A value tuple of the arguments without the cancellation token.</summary>
    public Type Arguments { get; }

    public RequestTraits Traits =>
        RequestTraits.KeepsAlive
        | (Method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? RequestTraits.AlwaysInterleave : RequestTraits.None)
        | (Method.IsDefined(typeof(ReadOnlyAttribute)) ? RequestTraits.ReadOnly : RequestTraits.None)
        | (Method.IsDefined(typeof(OneWayAttribute)) ? RequestTraits.OneWay : RequestTraits.None);

    public TimeSpan? ResponseTimeout => Method.GetCustomAttribute<ResponseTimeoutAttribute>()?.Timeout;

    private static (ReturnKind, Type) ReturnOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task))
            return (ReturnKind.Task, typeof(NoResult));
        if (type == typeof(ValueTask))
            return (ReturnKind.ValueTask, typeof(NoResult));
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(Task<>))
            return (ReturnKind.TaskOf, type.GetGenericArguments()[0]);
        if (definition == typeof(ValueTask<>))
            return (ReturnKind.ValueTaskOf, type.GetGenericArguments()[0]);
        throw Unsupported(method);
    }

    private static Type TupleOf(Type[] types) => types.Length switch
    {
        0 => typeof(ValueTuple),
        1 => typeof(ValueTuple<>).MakeGenericType(types),
        2 => typeof(ValueTuple<,>).MakeGenericType(types),
        3 => typeof(ValueTuple<,,>).MakeGenericType(types),
        4 => typeof(ValueTuple<,,,>).MakeGenericType(types),
        5 => typeof(ValueTuple<,,,,>).MakeGenericType(types),
        6 => typeof(ValueTuple<,,,,,>).MakeGenericType(types),
        _ => typeof(ValueTuple<,,,,,,>).MakeGenericType(types),
    };

    private static NotSupportedException Unsupported(MethodInfo method) => new(
        $"{method.DeclaringType}.{method.Name} cannot be called on a grain: a grain's method is not generic, takes at most "
        + $"{MaxArguments} arguments by value and one cancellation token, and returns Task or ValueTask, with a result or without.");
}
