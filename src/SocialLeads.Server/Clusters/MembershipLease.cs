namespace SocialLeads.Server.Clusters;

/// <summary>
/// Whether this node can be sure that the others have not declared it dead. One that was stopped for a while, by its host or a debugger,
/// goes on with what it knew before, and its partitions may be elsewhere by then. What they write the store
/// refuses; what they are asked is refused without this.
/// </summary>
internal sealed class MembershipLease(
    IClusterMembershipService membership, ILocalSiloDetails silo, TimeProvider clock, ILogger<MembershipLease> logger)
    : BackgroundService
{
    /// <summary>
    /// Less than the 3 seconds that the others take at least to declare a node dead, counted from a moment in which it was still able to read
    /// the table.
    /// </summary>
    private static readonly TimeSpan _duration = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan _renewal = TimeSpan.FromSeconds(0.5);

    private long _provenAt;

    /// <summary>Whether the table showed this node alive a moment ago.</summary>
    public bool IsHeld => clock.GetElapsedTime(Volatile.Read(ref _provenAt)) < _duration;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_renewal, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await RenewAsync(stoppingToken);
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        try
        {
            await membership.Refresh(default, cancellationToken);
            if (membership.CurrentSnapshot.GetSiloStatus(silo.SiloAddress) == SiloStatus.Active) Volatile.Write(ref _provenAt, asked);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            Logs.LeaseNotRenewed(logger, reason);
        }
    }
}
