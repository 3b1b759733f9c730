namespace SocialLeads.Storage.Sqlite;

/// <summary>
/// Keeps a second process out of a data directory. SQLite itself would let it in, and two writers would each believe to be
/// the only one. The lock ends with the process, however it ends.
/// </summary>
internal sealed class DirectoryLock : IDisposable
{
    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] _heldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Makes the directory if need be, and locks it.</summary>
    /// <exception cref="StoreLockedException">Another has the lock.</exception>
    /// <exception cref="StoreUnavailableException">The directory cannot be made, or not be written to.</exception>
    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, "socialleads.lock");
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (_heldByAnother.Contains(e.HResult))
        {
            throw new StoreLockedException(directory, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The data directory '{directory}' cannot be used: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
