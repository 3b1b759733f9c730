using System.Diagnostics;
using System.Globalization;
using SocialLeads.Faults.Servers;
using SocialLeads.Faults.Stores;

namespace SocialLeads.Faults.Outages;

/// <summary>
/// A disk that is full: by a limit on the size of files, which needs no rights, the files of the embedded store cannot grow.
/// </summary>
internal static class FullDisk
{
    /// <exception cref="FaultException">The server did what it must not do.</exception>
    public static Task RunAsync(ulong seed, Place place, TextWriter progress) =>
        new OutageRun(seed, progress).RunAsync(
            place.Launch() with { IgnoreFileSizeSignal = true },
            server => LimitAsync(server, LargestFile(place).ToString(CultureInfo.InvariantCulture)),
            server => LimitAsync(server, "unlimited"));

    private static long LargestFile(Place place) => new DirectoryInfo(place.Data).GetFiles().Max(file => file.Length);

    private static async Task LimitAsync(ServerProcess server, string bytes)
    {
        using var prlimit = Process.Start("prlimit", [$"--pid={server.ProcessId}", $"--fsize={bytes}:unlimited"]);
        await prlimit.WaitForExitAsync();
        if (prlimit.ExitCode != 0) throw new InvalidOperationException($"prlimit ended with {prlimit.ExitCode}.");
    }
}
