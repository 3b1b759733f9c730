using Orleans.Runtime;

namespace Orleans.Configuration;

internal static class OptionsCheck
{
    /// <exception cref="OrleansConfigurationException">A period is out of range, or two contradict one another.</exception>
    public static void Check(GrainCollectionOptions options)
    {
        if (options.CollectionQuantum <= TimeSpan.Zero)
        {
            throw new OrleansConfigurationException(
                $"{nameof(options.CollectionQuantum)} is {options.CollectionQuantum}; it must be above zero.");
        }

        CheckAge(nameof(options.CollectionAge), options.CollectionAge, options.CollectionQuantum);
        foreach (var (name, age) in options.ClassSpecificCollectionAge)
            CheckAge($"{nameof(options.ClassSpecificCollectionAge)} of {name}", age, options.CollectionQuantum);
    }

    /// <exception cref="OrleansConfigurationException">The timeout is not above zero.</exception>
    public static void Check(SiloMessagingOptions options)
    {
        if (options.ResponseTimeout <= TimeSpan.Zero)
        {
            throw new OrleansConfigurationException(
                $"{nameof(options.ResponseTimeout)} is {options.ResponseTimeout}; it must be above zero.");
        }
    }

    private static void CheckAge(string name, TimeSpan age, TimeSpan quantum)
    {
        if (age <= quantum)
        {
            throw new OrleansConfigurationException(
                $"{name} is {age}; it must be above {nameof(GrainCollectionOptions.CollectionQuantum)}, which is {quantum}.");
        }
    }
}
