using SocialLeads.Grains.Partitions;

namespace SocialLeads.Grains.Tests.Partitions;

public sealed class ActivityFingerprintTests
{
    private readonly ActivityFingerprint _fingerprint = new([.. Enumerable.Range(0, 16).Select(value => (byte)value)]);

    /// <summary>The example of the paper's appendix A: key 00 to 0f, message 00 to 0e.</summary>
    [Fact]
    public void The_hash_is_that_of_the_paper()
    {
        var hash = new SipHash(0x0706050403020100, 0x0f0e0d0c0b0a0908);
        hash.Add(0x0706050403020100);
        Assert.Equal(0xa129ca6149be45e5, hash.Finish(0x0f0e0d0c0b0a0908));
    }

    [Fact]
    public void Members_and_ids_are_told_apart_wherever_the_one_ends_and_the_other_begins()
    {
        var texts = new[] { "", "a", "ab", "abc", "abcd", "abcde", "bcd", "cde", "de", "e", "a\0", "\0", "\0\0" };
        var pairs = texts.SelectMany(member => texts.Select(id => (member, id))).ToList();
        Assert.Equal(pairs.Count, pairs.Select(pair => _fingerprint.Of(pair.member, pair.id)).Distinct().Count());
    }

    [Fact]
    public void Another_store_has_other_fingerprints() =>
        Assert.NotEqual(_fingerprint.Of("m", "1"), new ActivityFingerprint(new byte[16]).Of("m", "1"));
}
