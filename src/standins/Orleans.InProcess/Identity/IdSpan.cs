namespace Orleans.Runtime;

/// <summary>The key of a grain as text. An integer key is written in upper-case hexadecimal, a GUID in 32 digits.</summary>
public readonly record struct IdSpan
{
    private readonly string? _value;

    private IdSpan(string value) => _value = value;

    public bool IsDefault => _value is null;

    public static IdSpan Create(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new IdSpan(id);
    }

    public override string ToString() => _value ?? string.Empty;
}
