using SocialLeads.Cli.Import;
using SocialLeads.V1;

namespace SocialLeads.Cli.Output;

/// <summary>Tells several of what did not go in, one thing at a time.</summary>
internal sealed class RejectsTo(IEnumerable<IRejects?> targets) : IRejects
{
    private readonly Lock _lock = new();
    private readonly IRejects[] _targets = [.. targets.OfType<IRejects>()];

    public void AddActivity(ImportedActivity activity, IReadOnlyList<FieldViolation> violations)
    {
        lock (_lock)
        {
            foreach (var target in _targets)
                target.AddActivity(activity, violations);
        }
    }

    public void AddLine(string source, long line, string error)
    {
        lock (_lock)
        {
            foreach (var target in _targets)
                target.AddLine(source, line, error);
        }
    }
}
