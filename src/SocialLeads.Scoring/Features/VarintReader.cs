using System.Diagnostics.CodeAnalysis;

namespace SocialLeads.Scoring.Features;

/// <summary>Reads varints, and refuses bytes that end too early or numbers that are too large.</summary>
internal ref struct VarintReader
{
    private readonly ReadOnlySpan<byte> _bytes;

    public VarintReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _bytes.Length;

    public readonly int Remaining => _bytes.Length - Position;

    public byte ReadByte()
    {
        if (AtEnd) Throw("ends too early");
        return _bytes[Position++];
    }

    public ulong Read()
    {
        // Nearly all numbers take one byte or two.
        var bytes = _bytes;
        var position = Position;
        if ((uint)(position + 1) < (uint)bytes.Length)
        {
            uint first = bytes[position];
            if (first < 0x80)
            {
                Position = position + 1;
                return first;
            }
            uint second = bytes[position + 1];
            if (second < 0x80)
            {
                Position = position + 2;
                return first & 0x7F | second << 7;
            }
        }
        return ReadLong();
    }

    /// <summary>Reads a number from 0 to a maximum.</summary>
    public long Read(long max)
    {
        var value = Read();
        if (value > (ulong)max) Throw("has a number out of range");
        return (long)value;
    }

    /// <summary>Reads what <see cref="VarintBuffer.WriteThousands"/> wrote, from 0 to a maximum.</summary>
    public ulong ReadThousands(ulong max)
    {
        var written = Read();
        var value = written >> 1;
        if ((written & 1) == 0)
        {
            if (value > max / 1000) Throw("has a number out of range");
            return value * 1000;
        }
        if (value > max) Throw("has a number out of range");
        return value;
    }

    public ReadOnlySpan<byte> ReadBytes(int count)
    {
        var start = Position;
        Skip(count);
        return _bytes.Slice(start, count);
    }

    public readonly ReadOnlySpan<byte> Since(int start) => _bytes[start..Position];

    public void Skip(int count)
    {
        if (count > Remaining) Throw("ends too early");
        Position += count;
    }

    [DoesNotReturn]
    public readonly void Throw(string problem) =>
        throw new InvalidDataException($"Damaged features: the data {problem} at offset {Position}.");

    private ulong ReadLong()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        Throw("has a number that does not end");
        return 0;
    }
}
