using Google.Protobuf;

namespace Google.Rpc;

/// <summary>Later versions of Google.Api.CommonProtos have this on <see cref="Status"/> itself.</summary>
public static class StatusDetailExtensions
{
    /// <summary>The first detail of type <typeparamref name="T"/>; null when there is none.</summary>
    public static T? GetDetail<T>(this Status status)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(status);
        var descriptor = new T().Descriptor;
        var detail = status.Details.FirstOrDefault(any => any.Is(descriptor));
        return detail?.Unpack<T>();
    }
}
