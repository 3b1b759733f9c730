using System.Text;
using SocialLeads.Cli.Server;
using SocialLeads.V1;

namespace SocialLeads.Cli.Commands;

/// <summary>A model document on the command line: a file, standard input, or a version that the server has.</summary>
internal static class ModelSource
{
    private const int MaxDocumentBytes = 1024 * 1024;

    /// <summary>Whether a text names a file: it is there, is called so, or is <c>-</c>. Everything else names a model.</summary>
    public static bool IsFile(string text) =>
        text == InputFile.StandardInput || text.Contains('/', StringComparison.Ordinal) || text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || File.Exists(text);

    /// <summary>The document of a file or of a version.</summary>
    /// <exception cref="CliException">It cannot be read, or is no name.</exception>
    public static async Task<string> ReadAsync(string text, ServerConnection server, CliHost host, CancellationToken cancellationToken)
    {
        if (IsFile(text))
            return await ReadFileAsync(text, host, cancellationToken);
        var name = NameOf(text);
        var request = new GetModelRequest { Model = name.Id, Version = name.Version };
        return (await server.Models.GetModelAsync(request, server.Headers, cancellationToken: cancellationToken)).Model.Document;
    }

    /// <exception cref="CliException">It cannot be read, or is too long.</exception>
    public static async Task<string> ReadFileAsync(string name, CliHost host, CancellationToken cancellationToken)
    {
        await using var stream = InputFile.Open(name, host);
        var buffer = new byte[MaxDocumentBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
            .AsTask().WaitAsync(cancellationToken);
        if (length > MaxDocumentBytes)
            throw new CliException(ExitCode.Usage, $"{name}: longer than {MaxDocumentBytes:N0} bytes");
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    /// <exception cref="CliException">It is no name.</exception>
    public static ModelName NameOf(string text) => ModelName.TryParse(text)
        ?? throw new CliException(ExitCode.Usage, $"'{text}' is neither a file nor a model, such as corporate-community@2");
}
