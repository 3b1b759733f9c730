namespace Orleans.InProcess.Runtime;

internal enum SiloStatus
{
    Created,
    Running,
    Stopping,
    Stopped,
}
