using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Grpc.Kestrel.Tests;

/// <summary>Messages and expectations that many tests share.</summary>
internal static class Payloads
{
    public static Payload Zeros(int size) => new() { Body = ByteString.CopyFrom(new byte[size]) };

    /// <summary>Bytes that do not compress.</summary>
    public static Payload Noise(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return new Payload { Body = ByteString.CopyFrom(bytes) };
    }

    public static StreamingOutputCallRequest Ask(params int[] sizes) =>
        new() { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } };

    public static Task<RpcException> AssertStatusAsync<T>(StatusCode expected, AsyncUnaryCall<T> call) =>
        AssertStatusAsync(expected, () => call.ResponseAsync);

    public static async Task<RpcException> AssertStatusAsync(StatusCode expected, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(expected, exception.StatusCode);
        return exception;
    }
}
