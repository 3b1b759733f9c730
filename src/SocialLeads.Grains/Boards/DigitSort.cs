using System.Buffers;

namespace SocialLeads.Grains.Boards;

/// <summary>
/// Sorts many numbers by their digits of 11 bits, the last digit first (a radix sort): several times faster than comparing them, since no
/// decision depends on chance. Digits that are the same in all numbers are passed over.
/// </summary>
internal static class DigitSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int NumberBits = 64;

    /// <summary>Sorts by the bits from one on; numbers with the same stay in their order.</summary>
    public static void SortFrom(int bit, Span<ulong> numbers)
    {
        if (numbers.Length < 2) return;
        var differing = 0UL;
        foreach (var number in numbers) differing |= number ^ numbers[0];
        var rented = ArrayPool<ulong>.Shared.Rent(numbers.Length);
        var from = numbers;
        var to = rented.AsSpan(0, numbers.Length);
        Span<int> ends = stackalloc int[Digits];
        for (var shift = bit; shift < NumberBits; shift += DigitBits)
        {
            if ((differing >> shift & Digits - 1) == 0) continue;
            Distribute(from, to, shift, ends);
            var sorted = to;
            to = from;
            from = sorted;
        }

        if (from != numbers) from.CopyTo(numbers);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private static void Distribute(ReadOnlySpan<ulong> from, Span<ulong> to, int shift, Span<int> places)
    {
        places.Clear();
        foreach (var number in from) places[(int)(number >> shift) & Digits - 1]++;
        var place = 0;
        foreach (ref var count in places)
        {
            var here = count;
            count = place;
            place += here;
        }

        foreach (var number in from) to[places[(int)(number >> shift) & Digits - 1]++] = number;
    }
}
