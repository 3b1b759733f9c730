using System.Security.Cryptography;
using System.Text;

namespace SocialLeads.Grains.Members;

/// <summary>
/// The string keys of member grains: <c>tenant/</c> and the first 128 bits of SHA-256 of the member's id, in hexadecimal. Keys show up in
/// logs and in the messages of exceptions, and a member's id is personal data.
/// </summary>
public static class MemberKey
{
    public static string Format(string tenant, string member)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(member), hash);
        return $"{tenant}/{Convert.ToHexStringLower(hash[..16])}";
    }
}
