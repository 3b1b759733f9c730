using System.Data.Common;
using SocialLeads.Storage.Models;

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

    public static SavedFilterCounts FilterCounts(long checksum, byte[] counts) =>
        new(counts) { Damaged = checksum != Checksum.OfFilterCounts(counts) };

    public static SavedModelDocument Document(ModelKey key, long checksum, byte[] document) =>
        new(StoredText.FromBytes(document), Damaged: checksum != Checksum.OfModel(key.Model, key.Version, document));

    /// <summary>A row of <see cref="ModelSql.Columns"/>.</summary>
    public static StoredModel Model(DbDataReader row) => new()
    {
        Model = Text(row, 0),
        Version = row.GetInt32(1),
        State = (ModelState)row.GetInt32(2),
        Author = Text(row, 3),
        Reason = Text(row, 4),
        CreatedAtMs = row.GetInt64(5),
        ChangedAtMs = row.GetInt64(6),
        ValidatedAtMs = Time(row, 7),
        TriedAtMs = Time(row, 8),
        ReadyAtMs = Time(row, 9),
    };

    private static string Text(DbDataReader row, int column) => StoredText.FromBytes(row.GetFieldValue<byte[]>(column));

    private static long? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
