using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Reflection;

/// <summary>The services that are mapped, and the files that declare them and what they use.</summary>
internal sealed class DescriptorIndex
{
    private readonly Dictionary<string, FileDescriptor> _files = [];
    private readonly Dictionary<string, FileDescriptor> _symbols = [];

    public DescriptorIndex(EndpointDataSource endpoints)
    {
        var services = endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
            .OfType<Type>()
            .Distinct()
            .Select(Describe)
            .OfType<ServiceDescriptor>()
            .ToList();
        ServiceNames = [.. services.Select(service => service.FullName)];
        foreach (var service in services)
            Add(service.File);
    }

    /// <summary>With their packages, in the order in which they were mapped.</summary>
    public IReadOnlyList<string> ServiceNames { get; }

    /// <summary>The file of this name with everything it imports; empty when there is none.</summary>
    public IReadOnlyList<FileDescriptor> FindFile(string name) => WithImports(_files.GetValueOrDefault(name));

    /// <summary>The file that declares a service, method, message or enumeration, likewise.</summary>
    public IReadOnlyList<FileDescriptor> FindSymbol(string symbol) => WithImports(_symbols.GetValueOrDefault(symbol));

    // Generated code keeps the descriptor beside the method that binds the service.
    private static ServiceDescriptor? Describe(Type serviceType) =>
        serviceType.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;

    private static List<FileDescriptor> WithImports(FileDescriptor? file)
    {
        var files = new List<FileDescriptor>();
        var pending = new Queue<FileDescriptor>(file is null ? [] : [file]);
        while (pending.TryDequeue(out var next))
        {
            if (files.Contains(next))
                continue;

            files.Add(next);
            foreach (var import in next.Dependencies)
                pending.Enqueue(import);
        }

        return files;
    }

    private void Add(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;

        foreach (var import in file.Dependencies)
            Add(import);

        foreach (var message in file.MessageTypes)
            Add(message);

        foreach (var enumeration in file.EnumTypes)
            _symbols[enumeration.FullName] = file;

        foreach (var service in file.Services)
        {
            _symbols[service.FullName] = file;
            foreach (var method in service.Methods)
                _symbols[method.FullName] = file;
        }
    }

    private void Add(MessageDescriptor message)
    {
        _symbols[message.FullName] = message.File;
        foreach (var nested in message.NestedTypes)
            Add(nested);

        foreach (var enumeration in message.EnumTypes)
            _symbols[enumeration.FullName] = message.File;
    }
}
