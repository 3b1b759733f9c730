namespace SocialLeads.Storage;

/// <summary>Rows as they are handed out, told sound or damaged by their checksum.</summary>
internal static class Stored
{
    public static LogRead Entry(long position, long checksum, byte[] payload) =>
        new(position, payload, Damaged: checksum != Checksum.OfEntry(position, payload));

    public static SavedMember Member(byte[] member, long checksum, byte[] state) =>
        new(StoredText.FromBytes(member), state) { Damaged = checksum != Checksum.OfMember(member, state) };

    public static SeenIds SeenIds(int day, long checksum, byte[] fingerprints) =>
        new(day, fingerprints) { Damaged = checksum != Checksum.OfSeenIds(day, fingerprints) };
}
