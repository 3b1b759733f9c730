namespace SocialLeads.Storage;

/// <summary>Collects what is wrong with a store's options, so that all of it is told at once.</summary>
internal sealed class OptionFaults
{
    private readonly List<string> _faults = [];

    public OptionFaults Require(bool holds, string otherwise)
    {
        if (!holds)
            _faults.Add(otherwise);

        return this;
    }

    public OptionFaults Range(string name, int value, int least, int most) =>
        Require(value >= least && value <= most, $"{name} must be from {least} to {most}, not {value}.");

    /// <exception cref="ArgumentException">There are faults; the message names every one.</exception>
    public void ThrowIfAny(string argument)
    {
        if (_faults.Count > 0)
            throw new ArgumentException(string.Join(' ', _faults), argument);
    }
}
