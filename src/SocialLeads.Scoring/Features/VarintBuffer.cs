namespace SocialLeads.Scoring.Features;

/// <summary>A growing buffer of bytes and varints that is filled again and again and keeps its room.</summary>
internal sealed class VarintBuffer
{
    private const int MaxVarintBytes = 10;

    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    public void WriteByte(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Write(ulong value)
    {
        Reserve(MaxVarintBytes);
        var bytes = _bytes;
        var length = Length;
        while (value >= 0x80)
        {
            bytes[length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        bytes[length++] = (byte)value;
        Length = length;
    }

    /// <summary>Writes a number below 2^63 so that whole thousands, as of milliseconds that were seconds, are short.</summary>
    public void WriteThousands(ulong value)
    {
        var (thousands, rest) = Math.DivRem(value, 1000);
        Write(rest == 0 ? thousands << 1 : value << 1 | 1);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
