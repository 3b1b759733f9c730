namespace SocialLeads.Faults.Traffic;

/// <summary>Random numbers that the seed and a place in the run decide, whatever else happens at the same time.</summary>
internal static class Chance
{
    public static Random At(ulong seed, params ReadOnlySpan<int> place)
    {
        var state = seed;
        foreach (var step in place) state = Mix(state + 0x9E37_79B9_7F4A_7C15UL + (uint)step);
        return new Random((int)(Mix(state) >> 33));
    }

    /// <summary>The finalizer of SplitMix64.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return z ^ (z >> 31);
    }
}
