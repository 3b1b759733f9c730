using System.Buffers;

namespace Grpc.Core;

/// <summary>
/// Takes one serialized message from a marshaller: either whole by <see cref="Complete(byte[])"/>, or written to
/// <see cref="GetBufferWriter"/> and closed by <see cref="Complete()"/>.
/// </summary>
public abstract class SerializationContext
{
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Announces the exact length in bytes, so that the message need not be buffered to learn it.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    public virtual void Complete() => throw new NotSupportedException();
}
