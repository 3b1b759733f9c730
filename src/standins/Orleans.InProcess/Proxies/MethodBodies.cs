using System.Reflection;
using System.Reflection.Emit;
using Orleans.InProcess.Calls;

namespace Orleans.InProcess.Proxies;

/// <summary>Compiles, for a method of a grain interface, the delegate that unpacks a call's arguments and calls the method.</summary>
internal static class MethodBodies
{
    public static TDelegate Compile<TDelegate>(MethodShape shape)
        where TDelegate : Delegate
    {
        var body = new DynamicMethod(
            shape.Name,
            typeof(Task),
            [typeof(object), shape.Arguments.MakeByRefType(), typeof(CancellationToken), shape.Result.MakeByRefType()],
            typeof(MethodBodies).Module,
            skipVisibility: true);
        var il = body.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Castclass, shape.Method.DeclaringType!);
        var item = 0;
        foreach (var parameter in shape.Method.GetParameters())
        {
            if (parameter.ParameterType == typeof(CancellationToken))
            {
                il.Emit(OpCodes.Ldarg_2);
            }
            else
            {
                il.Emit(OpCodes.Ldarg_1);
                il.Emit(OpCodes.Ldfld, shape.Arguments.GetField($"Item{++item}")!);
            }
        }

        il.Emit(OpCodes.Callvirt, shape.Method);
        il.Emit(OpCodes.Ldarg_3);
        il.Emit(OpCodes.Call, UnwrapOf(shape));
        il.Emit(OpCodes.Ret);
        return body.CreateDelegate<TDelegate>();
    }

    // These take what a method returned apart: a result that is there at once, or a task to wait for.
    internal static Task? UnwrapTask(Task returned, out NoResult result)
    {
        result = default;
        return returned.IsCompletedSuccessfully ? null : returned;
    }

    internal static Task? UnwrapTaskOf<TResult>(Task<TResult> returned, out TResult result)
    {
        var isDone = returned.IsCompletedSuccessfully;
        result = isDone ? returned.Result : default!;
        return isDone ? null : returned;
    }

    internal static Task? UnwrapValueTask(ValueTask returned, out NoResult result)
    {
        result = default;
        if (!returned.IsCompletedSuccessfully)
            return returned.AsTask();
        returned.GetAwaiter().GetResult();
        return null;
    }

    internal static Task? UnwrapValueTaskOf<TResult>(ValueTask<TResult> returned, out TResult result)
    {
        var isDone = returned.IsCompletedSuccessfully;
        result = isDone ? returned.Result : default!;
        return isDone ? null : returned.AsTask();
    }

    private static MethodInfo UnwrapOf(MethodShape shape)
    {
        var name = shape.Kind switch
        {
            ReturnKind.Task => nameof(UnwrapTask),
            ReturnKind.TaskOf => nameof(UnwrapTaskOf),
            ReturnKind.ValueTask => nameof(UnwrapValueTask),
            _ => nameof(UnwrapValueTaskOf),
        };
        var unwrap = typeof(MethodBodies).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
        return unwrap.IsGenericMethodDefinition ? unwrap.MakeGenericMethod(shape.Result) : unwrap;
    }
}
