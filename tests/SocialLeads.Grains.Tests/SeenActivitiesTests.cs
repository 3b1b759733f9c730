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
        for (var day = 101; day <= 108; day++) seen.Add((ulong)day, day);
        Assert.False(seen.Add(1, 108));

        Assert.True(seen.Add(109, 109));

        Assert.Equal(9, seen.Count);
        Assert.Equal(101, seen.OldestDay);
        Assert.False(seen.Add(101, 109));
        Assert.True(seen.Add(1, 109));
    }

    [Fact]
    public void A_clock_that_steps_ahead_forgets_nothing_and_costs_no_day_of_the_window_when_it_is_set_right()
    {
        var seen = new SeenActivities(7);
        for (var day = 100; day < 107; day++) seen.Add((ulong)day, day);

        Assert.True(seen.Add(1, 100_000));
        Assert.Equal(int.MinValue, seen.OldestDay);
        for (var day = 100; day < 107; day++) Assert.False(seen.Add((ulong)day, 100_000));

        for (var day = 107; day < 200; day++)
        {
            Assert.True(seen.Add((ulong)day, day));
            for (var ago = 0; ago <= 7; ago++) Assert.False(seen.Add((ulong)(day - ago), day));
            Assert.False(seen.Add(1, day));
        }
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
            foreach (var old in expected.Where(pair => pair.Value < day - 8).ToList()) expected.Remove(old.Key);
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
    public void Ids_added_together_are_remembered_as_those_added_one_by_one()
    {
        var random = new Random(4);
        var (together, single) = (new SeenActivities(7), new SeenActivities(7));
        for (var day = 1000; day < 1020; day++)
        {
            var fingerprints = new ulong[random.Next(5_000)];
            for (var i = 0; i < fingerprints.Length; i++) fingerprints[i] = (ulong)random.NextInt64(20_000) * 0x9E3779B97F4A7C15;
            together.Add(fingerprints, day);
            foreach (var fingerprint in fingerprints) single.Add(fingerprint, day);
            Assert.Equal(single.Count, together.Count);
        }

        for (var i = 0UL; i < 20_000; i++) Assert.Equal(single.Add(i * 0x9E3779B97F4A7C15, 1020), together.Add(i * 0x9E3779B97F4A7C15, 1020));
    }

    [Fact]
    public void A_remembered_id_takes_less_than_16_bytes()
    {
        var seen = new SeenActivities(7);
        for (var i = 1UL; i <= 1_000_000; i++)
        {
            seen.Add(i * 0x9E3779B97F4A7C15, 100);
            if (i >= 20_000 && i % 1_000 == 0) Assert.InRange(seen.Bytes / (double)i, 9, 16);
        }
    }

    [Fact]
    public void A_long_silence_forgets_nothing()
    {
        var seen = new SeenActivities(7);
        seen.Add(1, 100);

        Assert.False(seen.Add(1, 100 + 256));
        Assert.True(seen.Add(2, 100 + 1000));
        Assert.Equal(2, seen.Count);
    }
}
