using System.Collections.Immutable;
using SocialLeads.Grains.Partitions;
using SocialLeads.Scoring.Activities;

namespace SocialLeads.Grains.Tests.Partitions;

public class AdmissionTests
{
    private readonly ActivityFingerprint _fingerprint = new(new byte[16]);

    [Fact]
    public void Only_new_activities_are_admitted_each_with_its_fingerprint()
    {
        var admission = new Admission(_fingerprint, new SeenActivities(7));
        var random = new Random(3);
        var known = new HashSet<string>();
        for (var round = 0; round < 100; round++)
        {
            ImmutableArray<Activity> activities = [.. Enumerable.Range(0, random.Next(1, 150)).Select(_ => Some($"{random.Next(4_000)}"))];
            var expected = activities.Select(activity => known.Add(activity.Id)).ToList();

            var isNew = admission.Admit(activities, day: 1, out var admitted, out var fingerprints);

            Assert.Equal(expected, isNew);
            var kept = activities.Where((_, place) => expected[place]).ToList();
            Assert.Equal(kept, admitted.ToArray());
            Assert.Equal(kept.ConvertAll(activity => _fingerprint.Of(activity.Member, activity.Id)), fingerprints.ToArray());
        }
    }

    private static Activity Some(string id) => new() { Id = id, Member = "ann", Kind = "visit", OccurredAtMs = 0 };
}
