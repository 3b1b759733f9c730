using System.Text;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Import.Jsonl;
using SocialLeads.V1;

namespace SocialLeads.Cli.Tests.Jsonl;

public sealed class JsonlSourceTests : IRejects
{
    private readonly ImportTally _tally = new();
    private readonly List<(long Line, string Error)> _badLines = [];

    [Fact]
    public async Task Both_ways_of_writing_names_are_read()
    {
        var activities = await ReadAsync(
            """
            {"id":"1","member":"ada","kind":"page_view","occurredAt":"2026-01-31T09:00:00Z","peerRole":"customer"}
            {"id":"2","member":"ada","kind":"visit","occurred_at":"2026-02-01T09:00:00Z","peer_role":"customer","value":0.5}
            """);
        Assert.Equal(["1", "2"], activities.Select(activity => activity.Activity.Id));
        Assert.All(activities, activity => Assert.Equal("customer", activity.Activity.PeerRole));
        Assert.Equal([1L, 2L], activities.Select(activity => activity.Line));
        Assert.Empty(_badLines);
    }

    [Fact]
    public async Task A_bad_line_is_told_with_its_number_and_passed_over()
    {
        var activities = await ReadAsync("not json\n\n{\"id\":\"1\"}\n{\"id\":\"2\",\"colour\":\"red\"}\n{\"id\":3\n{\"occurredAt\":\"soon\"}\n[]\n{\"id\":\"4\"}");
        Assert.Equal(["1", "4"], activities.Select(activity => activity.Activity.Id));
        Assert.Equal([1L, 4L, 5L, 6L, 7L], _badLines.Select(bad => bad.Line));
        Assert.Contains("colour", _badLines[1].Error, StringComparison.Ordinal);
        Assert.Equal(5, _tally.BadLines);
        Assert.Contains(new SourceCount("a.jsonl", "empty line", 1), _tally.Skipped);
    }

    [Fact]
    public async Task A_line_of_1_MiB_is_read_and_a_longer_one_is_not()
    {
        var longest = Line(LineReader.MaxLineBytes);
        var activities = await ReadAsync($"{longest}\n{Line(LineReader.MaxLineBytes + 1)}\n{Line(5 * LineReader.MaxLineBytes)}\n{{\"id\":\"2\"}}\n");
        Assert.Equal(["", "2"], activities.Select(activity => activity.Activity.Id));
        Assert.Equal([2L, 3L], _badLines.Select(bad => bad.Line));
        Assert.All(_badLines, bad => Assert.Equal("longer than 1,048,576 bytes", bad.Error));
    }

    [Fact]
    public async Task Invalid_UTF8_is_a_bad_line()
    {
        byte[] bytes = [.. "{\"id\":\""u8, 0xC3, 0x28, .. "\"}\n{\"id\":\"2\"}"u8];
        Assert.Equal("2", Assert.Single(await ReadAsync(bytes)).Activity.Id);
        Assert.Equal((1, "not valid UTF-8"), Assert.Single(_badLines));
    }

    [Fact]
    public async Task A_byte_order_mark_and_Windows_line_ends_do_no_harm()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "{\"id\":\"1\"}\r\n\r\n{\"id\":\"2\"}\r\n"u8];
        Assert.Equal(["1", "2"], (await ReadAsync(bytes)).Select(activity => activity.Activity.Id));
        Assert.Empty(_badLines);
    }

    [Fact]
    public async Task No_garbage_stops_the_reading()
    {
        var random = new Random(7);
        var valid = "{\"id\":\"1\",\"member\":\"a\",\"kind\":\"visit\",\"value\":1.5,\"tags\":[\"x\"],\"attributes\":{\"a\":\"b\"},\"duration\":\"3s\"}"u8.ToArray();
        using var lines = new MemoryStream();
        for (var i = 0; i < 5_000; i++)
        {
            var line = valid.ToArray();
            for (var n = random.Next(1, 6); n > 0; n--)
                line[random.Next(line.Length)] = (byte)random.Next(256);
            lines.Write(line);
            lines.Write("\n"u8);
        }

        lines.Write("{\"id\":\"last\"}"u8);
        Assert.Equal("last", (await ReadAsync(lines.ToArray()))[^1].Activity.Id);
    }

    void IRejects.AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations) => Assert.Fail("nothing was sent");

    void IRejects.AddLine(string source, long line, string error)
    {
        Assert.Equal("a.jsonl", source);
        _badLines.Add((line, error));
    }

    private static string Line(int bytes) => "{\"text\":\"" + new string('x', bytes - 11) + "\"}";

    private Task<List<ImportedActivity>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private async Task<List<ImportedActivity>> ReadAsync(byte[] bytes)
    {
        await using var stream = new MemoryStream(bytes);
        var source = new JsonlSource(stream, "a.jsonl", bytes.Length, _tally, this);
        var activities = await source.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(bytes.Length, source.BytesRead);
        return activities;
    }
}
