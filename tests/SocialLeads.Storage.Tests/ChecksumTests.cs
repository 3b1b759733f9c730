using System.Text;

namespace SocialLeads.Storage.Tests;

public sealed class ChecksumTests
{
    // The CRC catalogue's check value, and RFC 3720 B.4's 32 bytes of zero: what is on disk must stay readable for ever.
    [Fact]
    public void It_is_the_published_crc_32c()
    {
        Assert.Equal(0xE3069283, Checksum.OfMember(Encoding.ASCII.GetBytes("1234"), Encoding.ASCII.GetBytes("56789")));
        Assert.Equal(0xE3069283, Checksum.OfMember([], Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A9136AA, Checksum.OfEntry(0, new byte[24]));
        Assert.Equal(0x8A9136AA, Checksum.OfSeenIds(0, new byte[24]));
        Assert.Equal(0x46DD794Eu, Checksum.OfEntry(0x0706050403020100, [.. Enumerable.Range(8, 24).Select(i => (byte)i)]));
    }

    [Fact]
    public void It_tells_every_flipped_bit()
    {
        var payload = new byte[100];
        var sound = Checksum.OfEntry(5, payload);
        for (var bit = 0; bit < payload.Length * 8; bit++)
        {
            payload[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(sound, Checksum.OfEntry(5, payload));
            payload[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotEqual(sound, Checksum.OfEntry(6, payload));
    }
}
