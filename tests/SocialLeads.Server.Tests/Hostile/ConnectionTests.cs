using System.Text;
using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>Connections that do not speak HTTP/2, speak it wrongly, or end in the middle of a word.</summary>
public class ConnectionTests(HostileServer fixture) : HostileTests(fixture)
{
    private static readonly Dictionary<string, Func<byte[]>> _openings = new()
    {
        ["HTTP/1.1"] = () => "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(),
        ["TLS"] = () => [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03, .. Noise(600)],
        ["noise"] = () => Noise(65_536),
        ["a wrong preface"] = () => "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n"u8.ToArray(),
        ["a frame of 16 MiB"] = () => [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. RawConnection.Frame(0, 0, 1, [1, 2, 3], 0xFFFFFF)],
        ["data before a request"] = () =>
            [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. RawConnection.Frame(4, 0, 0, []), .. RawConnection.Frame(0, 0, 1, [1, 2, 3])],
        ["headers that are no headers"] = () =>
        [
            .. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. RawConnection.Frame(4, 0, 0, []),
            .. RawConnection.Frame(1, 4, 1, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
        ],
    };

    public static TheoryData<string> Openings => [.. _openings.Keys];

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task The_server_hangs_up_on_what_is_not_http2(string what)
    {
        using var connection = await RawConnection.OpenAsync(Server.GrpcAddress);
        await connection.SendAsync(_openings[what]());

        var said = await connection.ReadToEndAsync();

        if (what == "HTTP/1.1") Assert.StartsWith("HTTP/1.1 400 ", Encoding.ASCII.GetString(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sender_that_vanishes_within_a_frame_keeps_what_was_acknowledged(bool reset)
    {
        var member = $"m-{Guid.NewGuid():N}";
        using (var connection = await RawConnection.OpenAsync(Server.GrpcAddress))
        {
            await connection.BeginStreamActivitiesAsync();
            await connection.SendAsync(RawConnection.Message(Request(1, member)));
            var answer = await connection.ReadMessageAsync(StreamActivitiesResponse.Parser);
            Assert.Equal((1L, 1), (answer.Sequence, answer.AcceptedCount));
            await connection.SendAsync(RawConnection.Message(Request(2, member))[..^7]);
            if (reset) connection.Reset();
        }

        var results = await Record(Sample.Post("1", member), Sample.Post("2", member));
        Assert.Equal([Disposition.Duplicate, Disposition.Accepted], results.Select(one => one.Disposition));
    }

    [Fact]
    public async Task A_sender_that_vanishes_before_its_answer_can_send_again()
    {
        var member = $"m-{Guid.NewGuid():N}";
        using (var connection = await RawConnection.OpenAsync(Server.GrpcAddress))
        {
            await connection.BeginStreamActivitiesAsync();
            for (var i = 0; i < 30; i++) await connection.SendAsync(RawConnection.Message(Request(i, member), last: i == 29));
            connection.Reset();
        }

        // Whether the first attempt arrived or not, each counts once after the second.
        await Record(Enumerable.Range(0, 30).Select(i => Sample.Post($"{i}", member)));
        var results = await Record(Enumerable.Range(0, 30).Select(i => Sample.Post($"{i}", member)));
        Assert.All(results, result => Assert.Equal(Disposition.Duplicate, result.Disposition));
        var other = $"m-{Guid.NewGuid():N}";
        await Record(Enumerable.Range(0, 30).Select(i => Sample.Post($"{i}", other)));
        Assert.Equal(await Contributions(other), await Contributions(member));
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }

    private static StreamActivitiesRequest Request(int sequence, string member) =>
        new() { Sequence = sequence, Activities = { Sample.Post($"{sequence}", member) } };

    private async Task<IEnumerable<Contribution>> Contributions(string member) => (await Server.Leads.GetScoreAsync(
        new GetScoreRequest { Member = member, AsOf = Sample.Day }, cancellationToken: Cancel)).Lead.Contributions;
}
