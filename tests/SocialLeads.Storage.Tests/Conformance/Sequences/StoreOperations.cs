using FsCheck;
using FsCheck.Fluent;

namespace SocialLeads.Storage.Tests.Conformance.Sequences;

internal static class StoreOperations
{
    public const int Partitions = 3;

    private static readonly Gen<int> _partition = Gen.Choose(0, Partitions - 1);

    public static Arbitrary<StoreOperation[]> Sequences { get; } = Arb.From(Gen.ArrayOf(One(), 30), Shorter);

    private static Gen<StoreOperation> One() => Gen.Frequency(
        (10, Append()), (5, Save()), (2, Trim()), (1, TakeOver()), (1, Reopen()), (1, Crash()));

    private static Gen<StoreOperation> Append() =>
        from partition in _partition
        from offset in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(-2, 2)))
        from length in Gen.Elements(0, 1, 20, 5_000)
        select (StoreOperation)new StoreOperation.Append(partition, offset, length);

    private static Gen<StoreOperation> Save() =>
        from partition in _partition
        from back in Gen.Choose(-1, 3)
        from member in Gen.Choose(0, 4)
        from symbol in Gen.Choose(0, 6)
        from text in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Constant(1)))
        from day in Gen.Choose(-2, 4)
        from forget in Gen.Choose(-3, 3)
        select (StoreOperation)new StoreOperation.Save(partition, back, member, symbol, text, day, forget);

    private static Gen<StoreOperation> Trim() =>
        from partition in _partition
        from back in Gen.Choose(-1, 2)
        select (StoreOperation)new StoreOperation.Trim(partition, back);

    private static Gen<StoreOperation> TakeOver() =>
        from partition in _partition
        select (StoreOperation)new StoreOperation.TakeOver(partition);

    private static Gen<StoreOperation> Reopen() => Gen.Constant((StoreOperation)new StoreOperation.Reopen());

    private static Gen<StoreOperation> Crash() =>
        from partition in _partition
        select (StoreOperation)new StoreOperation.Crash(partition);

    /// <summary>A failing sequence is shown without the steps it does not need.</summary>
    private static IEnumerable<StoreOperation[]> Shorter(StoreOperation[] sequence)
    {
        if (sequence.Length > 1)
        {
            yield return sequence[..(sequence.Length / 2)];
            yield return sequence[(sequence.Length / 2)..];
        }

        for (var i = 0; i < sequence.Length; i++)
            yield return [.. sequence[..i], .. sequence[(i + 1)..]];
    }
}
