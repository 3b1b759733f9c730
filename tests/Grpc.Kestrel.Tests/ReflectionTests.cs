using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.Kestrel.Tests;

/// <summary>Server reflection shows what is mapped.</summary>
public sealed class ReflectionTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(
        services: services => services.AddGrpcReflection(),
        map: app => app.MapGrpcReflectionService());

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Lists_the_services()
    {
        var response = await AskAsync(new ServerReflectionRequest { ListServices = "" });

        Assert.Equal(
            ["grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "grpc.testing.TestService"],
            response.ListServicesResponse.Service.Select(service => service.Name).Order());
    }

    [Theory]
    [InlineData("grpc.testing.TestService")]
    [InlineData("grpc.testing.TestService.UnaryCall")]
    [InlineData("grpc.testing.SimpleRequest")]
    [InlineData("grpc.testing.PayloadType")]
    public async Task Finds_the_file_that_declares_a_symbol(string symbol)
    {
        var response = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol });

        Assert.Equal("grpc/testing/test.proto", FileNames(response).First());
    }

    [Fact]
    public async Task Finds_a_file_by_its_name()
    {
        var response = await AskAsync(new ServerReflectionRequest { FileByFilename = "grpc/testing/test.proto" });

        Assert.Equal("grpc/testing/test.proto", FileNames(response).First());
    }

    [Fact]
    public async Task Says_what_it_does_not_find()
    {
        var symbol = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = "grpc.testing.None" });
        var file = await AskAsync(new ServerReflectionRequest { FileByFilename = "none.proto" });

        Assert.Equal((int)StatusCode.NotFound, symbol.ErrorResponse.ErrorCode);
        Assert.Equal((int)StatusCode.NotFound, file.ErrorResponse.ErrorCode);
    }

    [Fact]
    public async Task Serves_v1_as_well()
    {
        using var call = new Reflection.V1.ServerReflection.ServerReflectionClient(_server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new Reflection.V1.ServerReflectionRequest { ListServices = "" });

        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Contains(
            "grpc.testing.TestService", call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name));
    }

    private static IEnumerable<string> FileNames(ServerReflectionResponse response) =>
        response.FileDescriptorResponse.FileDescriptorProto.Select(file => FileDescriptorProto.Parser.ParseFrom(file).Name);

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(_server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        Assert.True(await call.ResponseStream.MoveNext());
        await call.RequestStream.CompleteAsync();
        var response = call.ResponseStream.Current;
        Assert.False(await call.ResponseStream.MoveNext());
        return response;
    }
}
