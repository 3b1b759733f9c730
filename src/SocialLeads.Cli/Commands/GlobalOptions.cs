using System.CommandLine;
using System.Text.RegularExpressions;
using SocialLeads.Cli.Server;

namespace SocialLeads.Cli.Commands;

/// <summary>The options every command has.</summary>
internal sealed partial class GlobalOptions
{
    public const string DefaultServer = "http://127.0.0.1:5080";
    public const string ServerVariable = "SOCIALLEADS_SERVER";
    public const string TenantVariable = "SOCIALLEADS_TENANT";

    private readonly Option<string?> _server = new("--server")
    {
        Description = $"The server. Without it ${ServerVariable}, or else {DefaultServer}.",
        HelpName = "URL",
        Recursive = true,
    };

    private readonly Option<string?> _tenant = new("--tenant")
    {
        Description = $"The tenant whose members are meant. Without it ${TenantVariable}, or else the server's default.",
        HelpName = "NAME",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print results as JSON, and nothing else, to standard output.",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_server);
        root.Options.Add(_tenant);
        root.Options.Add(_json);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The server as it was named, checked or not.</summary>
    public string ServerOf(ParseResult parsed, CliHost host) =>
        parsed.GetValue(_server) ?? NotEmpty(host.Variable(ServerVariable)) ?? DefaultServer;

    /// <exception cref="CliException">The server or the tenant is named in a way that cannot be.</exception>
    public ServerConnection Connect(ParseResult parsed, CliHost host) =>
        new(CheckServer(ServerOf(parsed, host)), CheckTenant(TenantOf(parsed, host)));

    /// <summary>The options as they must be given again to mean the same server and tenant.</summary>
    public string Repeat(ParseResult parsed) =>
        (parsed.GetValue(_server) is { } server ? $" --server {server}" : "")
        + (parsed.GetValue(_tenant) is { } tenant ? $" --tenant {tenant}" : "");

    private string? TenantOf(ParseResult parsed, CliHost host) =>
        parsed.GetValue(_tenant) ?? NotEmpty(host.Variable(TenantVariable));

    private static Uri CheckServer(string server) =>
        Uri.TryCreate(server, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new CliException(ExitCode.Usage, $"--server: '{server}' is not a URL such as {DefaultServer}");

    private static string? CheckTenant(string? tenant) =>
        tenant is null || TenantName().IsMatch(tenant)
            ? tenant
            : throw new CliException(ExitCode.Usage,
                $"--tenant: '{tenant}' must be a lower-case name of letters, digits and dashes, at most 40 long");

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TenantName();
}
