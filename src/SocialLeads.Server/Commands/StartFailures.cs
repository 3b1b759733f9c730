using Microsoft.Extensions.Options;
using SocialLeads.Storage;

namespace SocialLeads.Server.Commands;

/// <summary>Says in a sentence why a server could not start, where the reason is one that its operator can mend.</summary>
internal static class StartFailures
{
    /// <returns>The exit code: 0, or 1 when the server could not start.</returns>
    public static async Task<int> Report(TextWriter error, Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            foreach (var failure in invalid.Failures) await error.WriteLineAsync($"socialleads-server: {failure}");
        }
        catch (Exception reason) when (
            reason is StoreLockedException or StoreVersionException or StoreUnavailableException or IOException or InvalidDataException)
        {
            await error.WriteLineAsync($"socialleads-server: {reason.Message}");
        }

        return 1;
    }
}
