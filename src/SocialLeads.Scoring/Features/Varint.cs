using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace SocialLeads.Scoring.Features;

/// <summary>
/// Varints of features, read with the position in a local variable, which a processor's register can hold while several are read. Refuses
/// bytes that end too early and numbers that are too large.
/// </summary>
internal static class Varint
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int position)
    {
        // Nearly all numbers take one byte or two.
        var at = position;
        if ((uint)(at + 1) < (uint)bytes.Length)
        {
            uint first = bytes[at];
            if (first < 0x80)
            {
                position = at + 1;
                return first;
            }
            uint second = bytes[at + 1];
            if (second < 0x80)
            {
                position = at + 2;
                return first & 0x7F | second << 7;
            }
        }
        (var value, position) = ReadLong(bytes, at);
        return value;
    }

    /// <summary>Reads a number from 0 to a maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ReadOnlySpan<byte> bytes, ref int position, long max)
    {
        var value = Read(bytes, ref position);
        if (value > (ulong)max) Throw("has a number out of range", position);
        return (long)value;
    }

    /// <summary>Reads what <see cref="VarintBuffer.WriteThousands"/> wrote, from 0 to a maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ReadThousands(ReadOnlySpan<byte> bytes, ref int position, ulong max)
    {
        var written = Read(bytes, ref position);
        var value = written >> 1;
        if ((written & 1) == 0)
        {
            if (value > max / 1000) Throw("has a number out of range", position);
            return value * 1000;
        }
        if (value > max) Throw("has a number out of range", position);
        return value;
    }

    /// <summary>Refuses the data.</summary>
    [DoesNotReturn]
    public static void Throw(string problem, int position) =>
        throw new InvalidDataException($"Damaged features: the data {problem} at offset {position}.");

    private static (ulong Value, int Position) ReadLong(ReadOnlySpan<byte> bytes, int position)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (position >= bytes.Length) Throw("ends too early", position);
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return (value, position);
        }
        Throw("has a number that does not end", position);
        return default;
    }
}
