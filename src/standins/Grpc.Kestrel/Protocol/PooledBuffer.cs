using System.Buffers;

namespace Grpc.Protocol;

/// <summary>A growing buffer on rented memory: written at its end, consumed at its start.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int FirstSize = 1024;

    private byte[] _array = [];
    private int _start;
    private int _end;

    public int Length => _end - _start;

    public ReadOnlyMemory<byte> Written => _array.AsMemory(_start, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _end);
        _end += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsSpan(_end);
    }

    /// <summary>Drops the first <paramref name="count"/> bytes.</summary>
    public void Consume(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Length);
        _start += count;
        if (_start == _end)
            _start = _end = 0;
    }

    /// <summary>Gives the memory back. Nobody may be reading or writing it any more.</summary>
    public void Return()
    {
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);

        _array = [];
        _start = _end = 0;
    }

    private void Reserve(int free)
    {
        if (_array.Length - _end >= free)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(Length + free, FirstSize), Length * 2));
        Written.Span.CopyTo(larger);
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);

        (_array, _start, _end) = (larger, 0, Length);
    }
}
