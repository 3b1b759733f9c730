namespace SocialLeads.Storage.Tests.Conformance.Sequences;

/// <summary>One step of a generated sequence. Positions are relative to the partition's, so that both sides of a bound come up.</summary>
public abstract record StoreOperation
{
    public sealed record Append(int Partition, int Offset, int Length) : StoreOperation;

    public sealed record Save(int Partition, int Back, int Member, int Symbol, int Text, int Day, int ForgetBefore) : StoreOperation;

    public sealed record Trim(int Partition, int Back) : StoreOperation;

    public sealed record TakeOver(int Partition) : StoreOperation;

    public sealed record Reopen : StoreOperation;

    /// <summary>The process is killed while an append is written but not committed.</summary>
    public sealed record Crash(int Partition) : StoreOperation;
}
