using System.Collections.Immutable;

namespace SocialLeads.Scoring.Companies;

/// <summary>How members roll up into companies.</summary>
/// <param name="Top">How many of a company's best members its points are the mean of: 1 to 100.</param>
/// <param name="PublicDomains">E-mail domains, lower-case, that anybody can have an address at: they are no companies.</param>
public sealed record CompanyRule(int Top, ImmutableHashSet<string> PublicDomains)
{
    /// <summary>The largest <see cref="Top"/>.</summary>
    public const int MostTop = 100;

    /// <summary>The rule of a model that gives none: the five best members, and the mail services most people use.</summary>
    public static readonly CompanyRule Default = new(5, ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "126.com", "163.com", "aol.com", "fastmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com",
        "gmx.de", "gmx.net", "googlemail.com", "hey.com", "hotmail.com", "icloud.com", "laposte.net", "libero.it", "live.com",
        "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com", "proton.me",
        "protonmail.com", "qq.com", "rediffmail.com", "t-online.de", "tuta.com", "tutanota.com", "wanadoo.fr", "web.de",
        "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yandex.com", "yandex.ru", "ymail.com", "zoho.com"));

    /// <summary>Whether an e-mail domain, lower-case, is that of a company.</summary>
    public bool IsCompany(string domain) => domain.Length > 0 && !PublicDomains.Contains(domain);
}
