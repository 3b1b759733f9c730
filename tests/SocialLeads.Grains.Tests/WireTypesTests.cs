using System.Reflection;
using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Tests;

/// <summary>What crosses a grain boundary is immutable and numbered, since another version of the program may read it.</summary>
public class WireTypesTests
{
    public static TheoryData<Type> Crossing => [.. TypesCrossing().OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Crossing))]
    public void Every_type_that_crosses_a_grain_boundary_is_an_immutable_record_with_numbered_members(Type type) =>
        Assert.Empty(Faults(type));

    [Fact]
    public void The_check_finds_the_types_there_are() =>
        Assert.Superset(new HashSet<Type> { typeof(ActivityBatch), typeof(RecordReply), typeof(ActivitySurrogate) }, TypesCrossing());

    [Fact]
    public void The_check_can_fail()
    {
        // Types that the serializer's own analyzers would not let pass carry no [GenerateSerializer], which is a fault by itself.
        Assert.Contains("Mutable has no [GenerateSerializer].", Faults(typeof(Mutable)));
        Assert.Contains("Mutable has no [Alias].", Faults(typeof(Mutable)));
        Assert.Contains("Mutable.Value can be set.", Faults(typeof(Mutable)));
        Assert.Contains("Unnumbered.Value has no [Id].", Faults(typeof(Unnumbered)));
        Assert.Contains("NumberedTwice.Two shares its [Id].", Faults(typeof(NumberedTwice)));
    }

    private static HashSet<Type> TypesCrossing()
    {
        var assembly = typeof(IPartitionGrain).Assembly;
        var found = new HashSet<Type>();
        var next = new Queue<Type>(assembly.GetTypes()
            .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)));
        next.Enqueue(typeof(ActivitySurrogate));
        while (next.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments()) next.Enqueue(argument);
            if (type.Assembly != assembly || type.IsEnum || !found.Add(type)) continue;
            foreach (var property in Data(type)) next.Enqueue(property.PropertyType);
        }

        return found;
    }

    private static IEnumerable<string> Faults(Type type)
    {
        if (type.GetCustomAttribute<GenerateSerializerAttribute>() is null) yield return $"{type.Name} has no [GenerateSerializer].";
        if (type.GetCustomAttribute<ImmutableAttribute>() is null) yield return $"{type.Name} has no [Immutable].";
        if (type.GetCustomAttribute<AliasAttribute>() is null) yield return $"{type.Name} has no [Alias].";
        var ids = new HashSet<uint>();
        foreach (var property in Data(type))
        {
            if (property.GetCustomAttribute<IdAttribute>() is not { } id) yield return $"{type.Name}.{property.Name} has no [Id].";
            else if (!ids.Add(id.Id)) yield return $"{type.Name}.{property.Name} shares its [Id].";
            if (property.SetMethod is { } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            {
                yield return $"{type.Name}.{property.Name} can be set.";
            }
        }
    }

    private static IEnumerable<PropertyInfo> Data(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0 && IsStored(type, property));

    /// <summary>A property that the compiler keeps a field for, and so not one that is computed from others.</summary>
    private static bool IsStored(Type type, PropertyInfo property) =>
        type.GetField($"<{property.Name}>k__BackingField", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private sealed record Mutable
    {
        [Id(0)]
        public int Value { get; set; }
    }

    private sealed record Unnumbered(int Value);

#pragma warning disable ORLEANS0012 // The duplicate is what the test is about.
    private sealed record NumberedTwice([property: Id(0)] int One, [property: Id(0)] int Two);
#pragma warning restore ORLEANS0012
}
