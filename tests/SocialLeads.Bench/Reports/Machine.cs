using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialLeads.Bench.Reports;

/// <summary>Names the machine, so that figures of two reports are not compared blindly.</summary>
internal static class Machine
{
    public static string Describe(TimeProvider clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB, "
        + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC");

    private static string Processor()
    {
        const string file = "/proc/cpuinfo";
        var name = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return name is null ? RuntimeInformation.ProcessArchitecture.ToString() : name[(name.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }
}
