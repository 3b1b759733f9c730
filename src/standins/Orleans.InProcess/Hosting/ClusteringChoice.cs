namespace Orleans.InProcess.Hosting;

/// <summary>Registered when the application has said how the silo finds others. Upstream does not start without that.</summary>
internal sealed class ClusteringChoice;
