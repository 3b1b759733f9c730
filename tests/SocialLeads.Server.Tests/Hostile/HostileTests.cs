using SocialLeads.Server.Tests.EndToEnd;
using SocialLeads.V1;

namespace SocialLeads.Server.Tests.Hostile;

/// <summary>
/// Tests that treat a server badly. Around each, a witness makes sure that the server is still there and that nothing it
/// had acknowledged is lost.
/// </summary>
public abstract class HostileTests(HostileServer fixture) : IClassFixture<HostileServer>, IAsyncLifetime
{
    private Witness _witness = null!;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected TestServer Server => fixture.Server;

    public async ValueTask InitializeAsync() => _witness = await Witness.CallAsync(Server);

    public async ValueTask DisposeAsync()
    {
        await _witness.TestifyAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IReadOnlyList<ActivityResult>> Record(params IEnumerable<Activity> activities) =>
        (await Server.Activities.RecordActivitiesAsync(Sample.Batch(activities), cancellationToken: Cancel)).Results;
}
