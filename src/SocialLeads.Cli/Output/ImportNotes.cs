using System.Globalization;
using Grpc.Core;
using SocialLeads.Cli.Import;
using SocialLeads.Cli.Server;
using SocialLeads.V1;
using Spectre.Console;

namespace SocialLeads.Cli.Output;

/// <summary>What is worth a line on standard error while an import goes on: the first rejects, and lost connections.</summary>
internal sealed class ImportNotes(IAnsiConsole error) : IRejects
{
    /// <summary>How many rejects are shown; all of them are in the JSON and in the file.</summary>
    public const int MaxRejects = 5;

    private int _rejects;

    public void AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations)
    {
        if (IsShown())
        {
            var reasons = string.Join("; ", violations.Select(violation => $"{violation.Field}: {violation.Description}"));
            Add($"rejected: {activity.Place}, id '{activity.Activity.Id}', member '{activity.Activity.Member}': {reasons}");
        }
    }

    public void AddLine(string source, long line, string error)
    {
        if (IsShown())
            Add($"not an activity: {source}:{line}: {error}");
    }

    public void Retry(RpcException failure, TimeSpan pause)
    {
        var what = failure.Status.DebugException is null ? "the server cannot take this now" : "the server cannot be reached";
        var why = failure.Describe().Split(". ")[0].TrimEnd('.');
        Add(string.Create(CultureInfo.InvariantCulture, $"{what} ({why}); trying again in {pause.TotalSeconds:0.##} s"));
    }

    public void Add(string note) => error.WriteLine(Printable.Of(note));

    private bool IsShown()
    {
        _rejects++;
        if (_rejects == MaxRejects + 1)
            Add("further rejects are counted only; --rejects FILE writes all of them");
        return _rejects <= MaxRejects;
    }
}
