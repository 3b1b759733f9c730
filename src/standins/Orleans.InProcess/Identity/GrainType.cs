namespace Orleans.Runtime;

/// <summary>The name of a grain class. By convention the class's name in lower case without the suffix "grain".</summary>
public readonly record struct GrainType
{
    private readonly string? _value;

    private GrainType(string value) => _value = value;

    public bool IsDefault => _value is null;

    public static GrainType Create(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        return new GrainType(value);
    }

    public override string ToString() => _value ?? string.Empty;
}
