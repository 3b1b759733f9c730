using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Tests;

public class SeenActivitiesTests
{
    [Fact]
    public void An_id_is_new_once()
    {
        var seen = new SeenActivities(7);

        Assert.True(seen.Add(42, 100));
        Assert.False(seen.Add(42, 100));
        Assert.False(seen.Add(42, 107));
    }

    [Fact]
    public void An_id_is_remembered_for_the_window_and_then_forgotten()
    {
        var seen = new SeenActivities(7);
        seen.Add(1, 100);
        seen.Add(2, 103);

        Assert.True(seen.Add(3, 108));

        Assert.Equal(2, seen.Count);
        Assert.False(seen.Add(2, 108));
        Assert.True(seen.Add(1, 108));
    }

    [Fact]
    public void A_clock_that_steps_back_forgets_nothing()
    {
        var seen = new SeenActivities(7);
        seen.Add(1, 100);

        Assert.True(seen.Add(2, 50));
        Assert.False(seen.Add(1, 50));
        Assert.False(seen.Add(2, 100));
    }

    [Fact]
    public void It_agrees_with_a_dictionary_over_many_days()
    {
        var random = new Random(3);
        var seen = new SeenActivities(7);
        var expected = new Dictionary<ulong, int>();
        for (var day = 1000; day < 1400; day++)
        {
            foreach (var old in expected.Where(pair => pair.Value < day - 7).ToList()) expected.Remove(old.Key);
            for (var i = 0; i < 300; i++)
            {
                var fingerprint = (ulong)random.NextInt64(20_000);
                var key = fingerprint == 0 ? 1 : fingerprint;
                Assert.Equal(expected.TryAdd(key, day), seen.Add(fingerprint, day));
            }

            Assert.Equal(expected.Count, seen.Count);
        }
    }

    [Fact]
    public void A_long_silence_forgets_everything()
    {
        var seen = new SeenActivities(7);
        seen.Add(1, 100);

        Assert.True(seen.Add(1, 100 + 256));
        Assert.True(seen.Add(2, 100 + 1000));
        Assert.Equal(1, seen.Count);
    }
}
