using Google.Protobuf;
using SocialLeads.Grains.Log;
using SocialLeads.Scoring.Activities;
using SocialLeads.Scoring.Outcomes;

namespace SocialLeads.Grains.Tests.Partitions;

public class LogRowWriterTests
{
    [Fact]
    public void Rows_are_the_bytes_that_the_generated_messages_give()
    {
        var random = new Random(11);
        for (var run = 0; run < 300; run++)
        {
            var activities = Enumerable.Range(0, random.Next(0, 40)).Select(_ => Some(random)).ToList();
            var arrivedAtMs = random.Next(4) == 0 ? random.Next(-1, 2) : random.NextInt64(-10, 1L << 45);
            var symbolsSpent = random.Next(3) * random.Next(1_000_000);

            Assert.Equal(Generated(arrivedAtMs, activities, symbolsSpent), ActivityLogCodec.Encode(arrivedAtMs, activities, symbolsSpent));
        }
    }

    [Fact]
    public void A_row_is_read_back_as_it_was_written()
    {
        var random = new Random(12);
        var activities = Enumerable.Range(0, 200).Select(_ => Some(random)).ToList();

        var (arrivedAtMs, read, symbolsSpent) = ActivityLogCodec.Decode(ActivityLogCodec.Encode(5, activities, symbolsSpent: 7));

        Assert.Equal((5, 7), (arrivedAtMs, symbolsSpent));
        Assert.Equal(Generated(5, activities), Generated(5, read));
    }

    [Fact]
    public void A_writer_is_empty_when_its_row_was_given_back()
    {
        using var writer = new LogRowWriter();
        writer.Add(new Activity { Id = "1", Member = "ann", Kind = "visit", OccurredAtMs = 3 });
        writer.Finish(1);
        writer.Dispose();

        Assert.Empty(writer.Finish(0).ToArray());
    }

    private static byte[] Generated(long arrivedAtMs, IEnumerable<Activity> activities, int symbolsSpent = 0)
    {
        var batch = new LoggedBatch { ArrivedAtMs = arrivedAtMs, SymbolsSpent = symbolsSpent };
        foreach (var activity in activities)
        {
            var logged = new LoggedActivity
            {
                Id = activity.Id,
                Member = activity.Member,
                Kind = activity.Kind,
                OccurredAtMs = activity.OccurredAtMs,
                Group = activity.Group,
                Peer = activity.Peer,
                PeerRole = activity.PeerRole,
                EmailDomain = activity.EmailDomain,
                Text = activity.Text,
                Channel = activity.Channel,
                Outcome = (int)activity.Outcome,
            };
            if (activity.DurationMs is { } duration) logged.DurationMs = duration;
            if (activity.ValueThousandths is { } value) logged.ValueThousandths = value;
            if (!activity.Tags.IsDefault) logged.Tags.AddRange(activity.Tags);
            if (!activity.Attributes.IsDefault)
                logged.Attributes.AddRange(activity.Attributes.Select(one => new LoggedAttribute { Name = one.Key, Value = one.Value }));
            batch.Activities.Add(logged);
        }

        return batch.ToByteArray();
    }

    private static Activity Some(Random random) => new()
    {
        Id = Text(random, 12),
        Member = Text(random, 200),
        Kind = "page_view",
        OccurredAtMs = random.Next(5) == 0 ? 0 : random.NextInt64(-1L << 45, 1L << 45),
        Group = Text(random, 20),
        Tags = random.Next(3) == 0 ? default : [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random, 30))],
        Peer = Text(random, 9),
        PeerRole = Text(random, 9),
        EmailDomain = Text(random, 9),
        DurationMs = random.Next(3) switch { 0 => null, 1 => 0, _ => random.NextInt64(1L << 40) },
        ValueThousandths = random.Next(3) switch { 0 => null, 1 => 0, _ => random.NextInt64(-1L << 40, 1L << 40) },
        Text = random.Next(20) == 0 ? Text(random, 16_000) : Text(random, 60),
        Channel = Text(random, 9),
        Attributes = random.Next(3) == 0
            ? default
            : [.. Enumerable.Range(0, random.Next(3)).Select(_ => KeyValuePair.Create(Text(random, 9), Text(random, 150)))],
        Outcome = (OutcomeKind)random.Next(3),
    };

    /// <summary>A text of characters that take one to four bytes; now and then none.</summary>
    private static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => random.Next(8) switch { 0 => "é", 1 => "漢", 2 => "😀", _ => "a" }));
}
