namespace SocialLeads.Server.Commands;

/// <summary>A new folder that is deleted with all it holds when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("socialleads-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
