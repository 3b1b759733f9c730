namespace Orleans.InProcess.Calls;

/// <summary>Where calls to one grain go.</summary>
internal interface ICallTarget
{
    /// <returns>False when the target has ended and the call needs another.</returns>
    bool TryReceive(Request request);
}
