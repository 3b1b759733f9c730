namespace SocialLeads.Faults.Servers;

/// <summary>How a server is started.</summary>
/// <param name="Data">The folder of the embedded store.</param>
/// <param name="LogFile">Where its output is added.</param>
/// <param name="Environment">Settings, as environment variables.</param>
/// <param name="IgnoreFileSizeSignal">
/// Writing beyond a limit on the size of files is then an error that the server sees, as on a full disk, and does not kill it.
/// </param>
internal sealed record ServerLaunch(
    string Data, string LogFile, IReadOnlyDictionary<string, string> Environment, bool IgnoreFileSizeSignal = false)
{
    public (string Program, string[] Arguments) CommandLine(string server)
    {
        string[] dotnet = ["dotnet", server, "--data", Data, "--grpc", "0", "--http", "0"];
        return IgnoreFileSizeSignal
            ? ("/bin/sh", ["-c", "trap '' XFSZ; exec \"$@\"", "sh", .. dotnet])
            : (dotnet[0], dotnet[1..]);
    }
}
