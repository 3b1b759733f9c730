using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using Orleans.InProcess.Calls;
using Orleans.InProcess.Runtime;
using Orleans.Runtime;

namespace Orleans.InProcess.Proxies;

/// <summary>Makes references that implement a grain interface. A type is generated once for each interface.</summary>
internal static class ReferenceTypes
{
    private static readonly ConcurrentDictionary<Type, Func<Silo, GrainId, GrainReference>> _makers = new();

    /// <exception cref="NotSupportedException">A method of the interface cannot be a grain's.</exception>
    public static GrainReference Make(Type grainInterface, Silo silo, GrainId grainId) =>
        _makers.GetOrAdd(grainInterface, static type => Generate(type))(silo, grainId);

    private static Func<Silo, GrainId, GrainReference> Generate(Type grainInterface)
    {
        var shapes = grainInterface.GetInterfaces().Prepend(grainInterface)
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public))
            .Where(method => method.IsAbstract)
            .Select(method => new MethodShape(method))
            .ToArray();

        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"Orleans.InProcess.References.{grainInterface.FullName}"), AssemblyBuilderAccess.Run);
        AllowAccess(assembly, [grainInterface, .. shapes.SelectMany(shape => shape.Method.GetParameters()).Select(p => p.ParameterType),
            .. shapes.Select(shape => shape.Result)]);
        var type = assembly.DefineDynamicModule("References").DefineType(
            $"{grainInterface.Name}Reference", TypeAttributes.Sealed | TypeAttributes.Class, typeof(GrainReference), [grainInterface]);
        DefineConstructor(type);
        var fields = shapes.Select((shape, index) => DefineMethod(type, shape, index)).ToArray();

        var made = type.CreateType();
        for (var i = 0; i < shapes.Length; i++)
            made.GetField(fields[i])!.SetValue(null, MakeMethod(shapes[i]));
        return MakerOf(made);
    }

    // Grain interfaces may be internal, and what the generated code calls here is.
    private static void AllowAccess(AssemblyBuilder assembly, IEnumerable<Type> types)
    {
        var constructor = typeof(System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
        var names = types.SelectMany(WithArguments).Append(typeof(ReferenceTypes)).Select(type => type.Assembly.GetName().Name!);
        foreach (var name in names.Distinct())
            assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [name]));
    }

    private static IEnumerable<Type> WithArguments(Type type) =>
        type.GetGenericArguments().SelectMany(WithArguments).Append(type.HasElementType ? type.GetElementType()! : type);

    private static ConstructorInfo BaseConstructor =>
        typeof(GrainReference).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(Silo), typeof(GrainId)])!;

    private static void DefineConstructor(TypeBuilder type)
    {
        var il = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(Silo), typeof(GrainId)])
            .GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, BaseConstructor);
        il.Emit(OpCodes.Ret);
    }

    // The generated method packs its arguments and hands them to the base class with a description of the method.
    private static string DefineMethod(TypeBuilder type, MethodShape shape, int index)
    {
        var field = type.DefineField($"Method{index}", MethodType(shape), FieldAttributes.Public | FieldAttributes.Static);
        var parameters = shape.Method.GetParameters();
        var method = type.DefineMethod(
            shape.Name,
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            shape.Method.ReturnType,
            [.. parameters.Select(parameter => parameter.ParameterType)]);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, field);
        EmitArguments(il, shape, parameters);
        EmitCancellation(il, parameters);
        il.Emit(OpCodes.Call, InvokeOf(shape));
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(method, shape.Method);
        return field.Name;
    }

    private static void EmitArguments(ILGenerator il, MethodShape shape, ParameterInfo[] parameters)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.ParameterType != typeof(CancellationToken)))
            il.Emit(OpCodes.Ldarg, (short)(parameter.Position + 1));
        if (shape.Arguments == typeof(ValueTuple))
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(typeof(ValueTuple)));
        else
            il.Emit(OpCodes.Newobj, shape.Arguments.GetConstructors().Single());
    }

    private static void EmitCancellation(ILGenerator il, ParameterInfo[] parameters)
    {
        if (Array.Find(parameters, parameter => parameter.ParameterType == typeof(CancellationToken)) is { } cancellation)
            il.Emit(OpCodes.Ldarg, (short)(cancellation.Position + 1));
        else
            il.Emit(OpCodes.Ldloc, il.DeclareLocal(typeof(CancellationToken)));
    }

    private static MethodInfo InvokeOf(MethodShape shape)
    {
        var (name, arguments) = shape.Kind switch
        {
            ReturnKind.Task => (nameof(GrainReference.Invoke), new[] { shape.Arguments }),
            ReturnKind.TaskOf => (nameof(GrainReference.InvokeOf), [shape.Arguments, shape.Result]),
            ReturnKind.ValueTask => (nameof(GrainReference.InvokeValue), [shape.Arguments]),
            _ => (nameof(GrainReference.InvokeValueOf), [shape.Arguments, shape.Result]),
        };
        return typeof(GrainReference).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(arguments);
    }

    private static Type MethodType(MethodShape shape) => typeof(GrainMethod<,>).MakeGenericType(shape.Arguments, shape.Result);

    private static object MakeMethod(MethodShape shape)
    {
        var bodyType = typeof(MethodBody<,>).MakeGenericType(shape.Arguments, shape.Result);
        var body = typeof(MethodBodies).GetMethod(nameof(MethodBodies.Compile))!.MakeGenericMethod(bodyType).Invoke(null, [shape]);
        return Activator.CreateInstance(MethodType(shape), shape.Name, shape.Traits, shape.ResponseTimeout, body)!;
    }

    private static Func<Silo, GrainId, GrainReference> MakerOf(Type reference)
    {
        var maker = new DynamicMethod(
            "Make", typeof(GrainReference), [typeof(Silo), typeof(GrainId)], typeof(ReferenceTypes).Module, skipVisibility: true);
        var il = maker.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, reference.GetConstructors().Single());
        il.Emit(OpCodes.Ret);
        return maker.CreateDelegate<Func<Silo, GrainId, GrainReference>>();
    }
}
