namespace SocialLeads.Storage.Tests.Conformance;

public sealed record StoreSetup(int PartitionCount = 8, int QueueLength = 4096, Action? BeforeCommit = null);
