using System.Reflection;

namespace Orleans.InProcess.Manifest;

/// <summary>The assemblies that may hold grain classes: those that refer to this one, as far as the program can reach them.</summary>
internal static class ApplicationParts
{
    /// <summary>All concrete classes that are grains.</summary>
    public static IEnumerable<Type> GrainClasses() =>
        from assembly in Find()
        from type in assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && typeof(IGrain).IsAssignableFrom(type)
            && !type.IsSubclassOf(typeof(Orleans.Runtime.GrainReference))
        select type;

    private static IEnumerable<Assembly> Find()
    {
        var own = typeof(ApplicationParts).Assembly;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic));
        while (queue.TryDequeue(out var assembly))
        {
            if (IsFramework(assembly.GetName()) || !seen.Add(assembly.FullName!))
                continue;
            var references = assembly.GetReferencedAssemblies();
            if (assembly == own || references.Any(reference => reference.Name == own.GetName().Name))
                yield return assembly;

            // A referenced assembly that no code has touched yet is not loaded yet.
            foreach (var reference in references)
            {
                if (!IsFramework(reference) && !seen.Contains(reference.FullName) && TryLoad(reference) is { } loaded)
                    queue.Enqueue(loaded);
            }
        }
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name is null or "netstandard" or "mscorlib"
        || name.Name.StartsWith("System.", StringComparison.Ordinal)
        || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (FileNotFoundException)
        {
            // Build-time references need not be there at run time. Code that did need it would fail by itself.
            return null;
        }
    }
}
