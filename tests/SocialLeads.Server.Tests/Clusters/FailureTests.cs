using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;
using Orleans.Serialization.Invocation;
using SocialLeads.Grains.Boards;
using SocialLeads.Storage;

namespace SocialLeads.Server.Tests.Clusters;

/// <summary>What a grain throws reaches a caller on another node as what it is: callers tell by the type what will pass.</summary>
public sealed class FailureTests(ClusterDatabase database) : IClassFixture<ClusterDatabase>
{
    private static readonly PartitionId _partition = new("default", 3);

    [Fact]
    public async Task A_failure_keeps_its_type_its_message_and_its_causes()
    {
        await using var node = await database.StartNodeAsync("failures");
        var serializer = node.Services.GetRequiredService<Serializer>();
        Exception[] failures =
        [
            new StoreUnavailableException("Gone.", new NpgsqlException("Lost.", new IOException("Closed."))),
            new StoreUnavailableException("Gone.", new PostgresException("Too many clients.", "FATAL", "FATAL", "53300")),
            new StoreUnavailableException("Damaged.", new InvalidDataException("Damaged.", Damage())),
            new StaleWriterException(_partition),
            new LogPositionException(_partition, 1, 2),
            new TooManyBoardsException(),
        ];
        foreach (var failure in failures)
        {
            var answer = serializer.Deserialize<Response>(serializer.SerializeToArray(Response.FromException(failure)));

            Assert.Equal(Chain(failure), Chain(answer.Exception));
        }
    }

    private static InvalidProtocolBufferException Damage() =>
        Assert.Throws<InvalidProtocolBufferException>(() => Google.Protobuf.WellKnownTypes.Any.Parser.ParseFrom([0xFF]));

    private static List<string> Chain(Exception? failure)
    {
        var chain = new List<string>();
        for (; failure is not null; failure = failure.InnerException) chain.Add($"{failure.GetType()}: {failure.Message}");
        return chain;
    }
}
