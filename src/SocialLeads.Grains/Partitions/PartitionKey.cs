using System.Globalization;
using SocialLeads.Storage;

namespace SocialLeads.Grains.Partitions;

/// <summary>The string keys of partition grains: <c>tenant/index</c>. A tenant's name holds no slash.</summary>
public static class PartitionKey
{
    public static string Format(PartitionId id) => string.Create(CultureInfo.InvariantCulture, $"{id.Tenant}/{id.Index}");

    /// <exception cref="FormatException">The key is not of the form <c>tenant/index</c>.</exception>
    public static PartitionId Parse(string key)
    {
        var slash = key.LastIndexOf('/');
        if (slash <= 0 || !int.TryParse(key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw new FormatException($"'{key}' is not a partition's key; it is written tenant/index.");
        return new PartitionId(key[..slash], index);
    }
}
