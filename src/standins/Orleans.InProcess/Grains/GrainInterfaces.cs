using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>What has a <see cref="GrainId"/>: a grain or a reference to one.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>Marks a grain interface. Its methods return <see cref="Task"/> or <see cref="ValueTask"/>, with a result or without.</summary>
    public interface IGrain : IAddressable;

    /// <summary>A grain interface whose keys are strings: neither empty nor white space alone.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>A grain interface whose keys are 64-bit integers.</summary>
    public interface IGrainWithIntegerKey : IGrain;

    /// <summary>A grain interface whose keys are GUIDs.</summary>
    public interface IGrainWithGuidKey : IGrain;
}
