using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SocialLeads.Bench.Processes;

/// <summary>For servers that cannot choose a port themselves.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static string Text() => Find().ToString(CultureInfo.InvariantCulture);
}
