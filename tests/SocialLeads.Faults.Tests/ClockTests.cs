using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialLeads.Server.Hosting;
using SocialLeads.TestSupport;
using SocialLeads.V1;

namespace SocialLeads.Faults.Tests;

/// <summary>A clock that was wrong and is set right.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly DateTimeOffset _ahead = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("socialleads-clock-");
    private readonly SettableClock _clock = new() { Now = _ahead };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(300)]
    public async Task What_was_recorded_before_and_after_the_clock_steps_back_counts_once(int days)
    {
        double points;
        await using (var server = await StartAsync())
        {
            Assert.Equal([Disposition.Accepted], await RecordAsync(server, "before"));
            _clock.Now = _ahead.AddDays(-days);
            Assert.Equal([Disposition.Duplicate, Disposition.Accepted], await RecordAsync(server, "before", "after"));
            points = await PointsAsync(server);
        }

        // The first restart reads what the stopping server saved, the second what the one before it learned from that.
        for (var restart = 0; restart < 2; restart++)
        {
            await using var server = await StartAsync();
            Assert.Equal([Disposition.Duplicate, Disposition.Duplicate], await RecordAsync(server, "before", "after"));
            Assert.Equal([Disposition.Accepted], await RecordAsync(server, $"{restart}", member: "bob"));
            Assert.Equal(points, await PointsAsync(server));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<IEnumerable<Disposition>> RecordAsync(ServerHost server, string id, string? other = null, string member = "ann")
    {
        var request = new RecordActivitiesRequest();
        foreach (var one in other is null ? [id] : (string[])[id, other])
        {
            request.Activities.Add(new Activity
            {
                Id = one,
                Member = member,
                Kind = "post",
                OccurredAt = Timestamp.FromDateTimeOffset(_ahead.AddYears(-1)),
            });
        }

        using var channel = GrpcChannel.ForAddress(server.GrpcAddress);
        var response = await new ActivityService.ActivityServiceClient(channel).RecordActivitiesAsync(request, cancellationToken: Cancel);
        return response.Results.Select(result => result.Disposition);
    }

    private static async Task<double> PointsAsync(ServerHost server)
    {
        using var channel = GrpcChannel.ForAddress(server.GrpcAddress);
        var score = await new LeadService.LeadServiceClient(channel).GetScoreAsync(
            new GetScoreRequest { Member = "ann", AsOf = "2025-03-10" }, cancellationToken: Cancel);
        Assert.True(score.Lead.Points > 0);
        return score.Lead.Points;
    }

    private Task<ServerHost> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Data", _folder.FullName), new("Grpc", "0"), new("Http", "0"),
            new("SiloPort", $"{FreePort.Take()}"), new("GatewayPort", $"{FreePort.Take()}"),
        ]);
        return ServerHost.StartAsync(builder, Cancel);
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
