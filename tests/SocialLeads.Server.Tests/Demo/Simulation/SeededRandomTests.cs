using SocialLeads.Server.Demo.Simulation;

namespace SocialLeads.Server.Tests.Demo.Simulation;

public sealed class SeededRandomTests
{
    [Fact]
    public void SplitMix64_gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);

        ulong[] numbers = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], numbers);
    }

    [Fact]
    public void Xoshiro256StarStar_gives_the_published_numbers()
    {
        var random = new SeededRandom(1, 2, 3, 4);

        ulong[] numbers = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];

        Assert.Equal([11520, 0, 1509978240, 1215971899390074240, 1216172134540287360], numbers);
    }

    [Fact]
    public void Streams_of_one_seed_differ()
    {
        var first = SeededRandom.Of(seed: 1, stream: 1);
        var second = SeededRandom.Of(seed: 1, stream: 2);

        Assert.NotEqual(first.Next(), second.Next());
    }

    [Fact]
    public void Below_stays_below_and_reaches_every_number()
    {
        var random = SeededRandom.Of(seed: 3, stream: 0);

        var seen = Enumerable.Range(0, 1_000).Select(_ => random.Below(7)).ToHashSet();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], seen.Order());
    }

    [Fact]
    public void A_chance_of_0_never_and_one_of_1000_always_comes()
    {
        var random = SeededRandom.Of(seed: 4, stream: 0);

        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.False(random.Chance(0)));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.True(random.Chance(1000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(2_600_000)]
    public void A_count_has_the_mean_that_was_asked_for(int meanInMillionths)
    {
        const int draws = 50_000;
        var random = SeededRandom.Of(seed: 5, stream: 0);

        var sum = Enumerable.Range(0, draws).Sum(_ => (long)random.Count(meanInMillionths));

        var mean = meanInMillionths / 1e6;
        Assert.Equal(mean, (double)sum / draws, tolerance: 0.05 * mean);
    }

    [Fact]
    public void Shuffling_keeps_every_item()
    {
        var items = Enumerable.Range(0, 100).ToArray();

        SeededRandom.Of(seed: 6, stream: 0).Shuffle(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
