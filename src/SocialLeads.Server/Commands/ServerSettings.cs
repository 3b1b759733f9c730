using System.CommandLine;

namespace SocialLeads.Server.Commands;

/// <summary>The options that every command of the server has, and the configuration they become the first source of.</summary>
internal sealed class ServerSettings
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder of the store; made when it is missing. Default: socialleads-data in the current folder.",
    };

    private readonly Option<string?> _grpc = new("--grpc")
    {
        Description = "Where gRPC (HTTP/2 without TLS) listens: address:port, or a port on loopback. Default: 127.0.0.1:5080.",
    };

    private readonly Option<string?> _http = new("--http")
    {
        Description = "Where HTTP/1.1 listens, likewise. Default: 127.0.0.1:5081.",
    };

    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "The cluster that this server is a node of, on the PostgreSQL database of its store. Default: it stands alone.",
    };

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_grpc);
        command.Add(_http);
        command.Add(_cluster);
    }

    /// <summary>Whether the command line names the folder of the store.</summary>
    public bool NamesData(ParseResult parsed) => parsed.GetValue(_data) is not null;

    /// <summary>Command line before environment before appsettings.json.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="further">Settings that a command adds, weaker than what the user says.</param>
    public WebApplicationBuilder ToBuilder(ParseResult parsed, params IEnumerable<KeyValuePair<string, string?>> further)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(further);
        builder.Configuration.AddEnvironmentVariables("SOCIALLEADS_");
        builder.Configuration.AddInMemoryCollection(Given(parsed));
        return builder;
    }

    private IEnumerable<KeyValuePair<string, string?>> Given(ParseResult parsed) =>
        new (string Key, Option<string?> Option)[] { ("Data", _data), ("Grpc", _grpc), ("Http", _http), ("Cluster", _cluster) }
            .Where(one => parsed.GetValue(one.Option) is not null)
            .Select(one => KeyValuePair.Create(one.Key, parsed.GetValue(one.Option)));
}
