namespace SocialLeads.Grains.Members;

/// <summary>The string keys of member grains: <c>tenant/member</c>. A tenant's name holds no slash; a member's may.</summary>
public static class MemberKey
{
    public static string Format(string tenant, string member) => $"{tenant}/{member}";

    /// <exception cref="FormatException">The key is not of the form <c>tenant/member</c>.</exception>
    public static (string Tenant, string Member) Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == key.Length - 1) throw new FormatException("A member's key is written tenant/member.");
        return (key[..slash], key[(slash + 1)..]);
    }
}
