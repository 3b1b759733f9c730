namespace SocialLeads.Server.Tests.EndToEnd;

/// <summary>A clock that shows what it is set to. Timers run on real time; nothing in a test waits for one.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
