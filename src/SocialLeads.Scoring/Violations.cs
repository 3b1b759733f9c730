namespace SocialLeads.Scoring;

/// <summary>Collects violations; holds no list until there is one, so that what is valid costs nothing.</summary>
internal struct Violations
{
    private List<FieldViolation>? _list;

    public readonly bool Any => _list is not null;

    public void Add(string field, string description) => (_list ??= []).Add(new(field, description));

    public readonly IReadOnlyList<FieldViolation> ToList() => _list ?? (IReadOnlyList<FieldViolation>)[];
}
