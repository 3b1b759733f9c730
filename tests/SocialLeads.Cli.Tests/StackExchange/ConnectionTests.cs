using SocialLeads.Cli.Tests.Fakes;

namespace SocialLeads.Cli.Tests.StackExchange;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_pair_is_one_connection_of_the_one_who_turned_at_first_contact()
    {
        using var dump = new SmallDump(comments:
            """
            <row Id="7" PostId="10" Text="a" CreationDate="2018-03-12T20:00:00.000" UserId="2" />
            <row Id="8" PostId="10" Text="b" CreationDate="2018-03-20T20:00:00.000" UserId="2" />
            """);
        var connection = Assert.Single(await dump.ReadAsync("connection"));
        Assert.Equal(
            ("se:connection:2:1", "2", "1", "member"), (connection.Id, connection.Member, connection.Peer, connection.PeerRole));
        // The comment came before the answer, though it is read after it.
        Assert.Equal(new DateTime(2018, 3, 12, 20, 0, 0, DateTimeKind.Utc), connection.OccurredAt.ToDateTime());
    }

    [Fact]
    public async Task Who_is_answered_has_a_connection_only_after_turning_back()
    {
        using var dump = new SmallDump(comments: """<row Id="7" PostId="11" Text="a" CreationDate="2018-03-15T20:00:00.000" UserId="1" />""");
        var connections = await dump.ReadAsync("connection");
        Assert.Equal(["se:connection:2:1", "se:connection:1:2"], connections.Select(connection => connection.Id));
        Assert.Equal(new DateTime(2018, 3, 15, 20, 0, 0, DateTimeKind.Utc), connections[1].OccurredAt.ToDateTime());
    }
}
