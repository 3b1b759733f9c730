using SocialLeads.Cli.Import;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary><c>--rejects FILE</c>: everything rejected, a JSON object a line.</summary>
internal sealed class RejectsFile : IRejects, IDisposable
{
    private readonly StreamWriter _file;

    private RejectsFile(StreamWriter file) => _file = file;

    /// <exception cref="CliException">The file cannot be written.</exception>
    public static RejectsFile Create(string path)
    {
        try
        {
            return new RejectsFile(File.CreateText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(ExitCode.Usage, $"--rejects: {failure.Message}", failure);
        }
    }

    public void AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations) =>
        _file.WriteLine(RejectJson.Activity(activity, violations));

    public void AddLine(string source, long line, string error) => _file.WriteLine(RejectJson.Line(source, line, error));

    public void Dispose() => _file.Dispose();
}
