using System.Net;
using System.Net.Sockets;

namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>Ports of the loopback address that nobody listens on, for what cannot be told to choose one itself.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
