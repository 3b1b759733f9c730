using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SocialLeads.Faults.Servers;

/// <summary>Tells of a process that lets others wait what can be seen from outside, and keeps its memory for whoever looks for the reason.</summary>
internal static class LateProcess
{
    private static readonly TimeSpan _watched = TimeSpan.FromSeconds(1);

    /// <param name="process">One that runs on this runtime.</param>
    /// <param name="dump">The file that takes its memory.</param>
    public static async Task<string> DescribeAsync(Process process, string dump)
    {
        if (process.HasExited) return $"The server has ended with exit code {process.ExitCode}.";
        var before = process.TotalProcessorTime;
        await Task.Delay(_watched);
        process.Refresh();
        if (process.HasExited) return $"The server has just ended with exit code {process.ExitCode}.";
        var used = process.TotalProcessorTime;
        var (threads, blocked) = (process.Threads.Count, BlockedByDevices(process.Id));
        var kept = await DumpAsync(process, dump);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The server lives, took {(used - before).TotalSeconds:0.00} s of a processor's time within {_watched.TotalSeconds:0} s and has {threads} threads, {blocked} of which wait for a disk or another device. {kept}");
    }

    /// <summary>Threads that the system does not let run before a device has answered; 0 where the system does not tell.</summary>
    private static int BlockedByDevices(int process)
    {
        var threads = new DirectoryInfo($"/proc/{process}/task");
        return threads.Exists ? threads.GetDirectories().Count(IsBlocked) : 0;
    }

    private static bool IsBlocked(DirectoryInfo thread)
    {
        try
        {
            // The state is behind the name, which is in parentheses and may hold some itself.
            var told = File.ReadAllText(Path.Combine(thread.FullName, "stat"));
            return told.AsSpan(told.LastIndexOf(')') + 1).TrimStart().StartsWith("D");
        }
        catch (IOException)
        {
            // It has ended.
            return false;
        }
    }

    private static async Task<string> DumpAsync(Process process, string dump)
    {
        // A part of the runtime on most systems.
        var tool = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "createdump");
        if (!File.Exists(tool)) return "This runtime has no tool to keep its memory with.";
        var start = new ProcessStartInfo(tool, ["--withheap", "--name", dump, $"{process.Id}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var dumping = Process.Start(start)!;
        var said = await Task.WhenAll(dumping.StandardOutput.ReadToEndAsync(), dumping.StandardError.ReadToEndAsync());
        await dumping.WaitForExitAsync();
        return dumping.ExitCode == 0 ? $"Its memory is in {dump}." : $"Its memory could not be kept: {string.Concat(said)}";
    }
}
