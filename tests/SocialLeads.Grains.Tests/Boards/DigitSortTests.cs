using SocialLeads.Grains.Boards;

namespace SocialLeads.Grains.Tests.Boards;

public class DigitSortTests
{
    [Fact]
    public void It_sorts_as_comparing_does()
    {
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var bits = random.Next(1, 65);
            var shift = random.Next(0, 65 - bits);
            var numbers = new ulong[random.Next(0, 300)];
            foreach (ref var number in numbers.AsSpan()) number = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits) << shift;
            var expected = numbers.Order().ToArray();

            DigitSort.SortFrom(0, numbers);

            Assert.Equal(expected, numbers);
        }
    }

    [Fact]
    public void Numbers_that_differ_only_in_lower_bits_stay_in_their_order()
    {
        var random = new Random(6);
        for (var round = 0; round < 100; round++)
        {
            var bit = random.Next(0, 64);
            var numbers = new ulong[random.Next(0, 300)];
            foreach (ref var number in numbers.AsSpan()) number = (ulong)random.Next(8) << bit | (ulong)random.Next(4) & ((1UL << bit) - 1);
            var expected = numbers.OrderBy(number => number >> bit).ToArray();

            DigitSort.SortFrom(bit, numbers);

            Assert.Equal(expected, numbers);
        }
    }

    [Fact]
    public void Largest_and_smallest_numbers_have_their_places()
    {
        ulong[] numbers = [ulong.MaxValue, 0, 1, 1UL << 63, (1UL << 63) - 1, 0];

        DigitSort.SortFrom(0, numbers);

        Assert.Equal([0, 0, 1, (1UL << 63) - 1, 1UL << 63, ulong.MaxValue], numbers);
    }
}
