namespace Orleans.InProcess.Calls;

[Flags]
internal enum RequestTraits
{
    None = 0,

    /// <summary>May begin while others run, and lets others begin while it runs.</summary>
    AlwaysInterleave = 1,

    /// <summary>May begin while others of its kind run.</summary>
    ReadOnly = 2,

    /// <summary>Nobody waits for an answer.</summary>
    OneWay = 4,

    /// <summary>Counts as use of the activation.</summary>
    KeepsAlive = 8,

    /// <summary>Belongs to one activation and ends with it.</summary>
    BoundToActivation = 16,
}
