using System.Text;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>One key with one value: printable ASCII text, or bytes when the key ends in <c>-bin</c>.</summary>
    public class Entry
    {
        private readonly string? _value;
        private readonly byte[]? _valueBytes;

        /// <param name="key">Letters, digits, and <c>_ - .</c>; stored in lower case; must not end in <c>-bin</c>.</param>
        /// <param name="value">The text.</param>
        public Entry(string key, string value)
        {
            Key = Normalize(key);
            if (HasBinarySuffix(Key))
                throw new ArgumentException($"Key '{Key}' ends in '{BinaryHeaderSuffix}': its value must be bytes.", nameof(key));

            _value = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <param name="key">Letters, digits, and <c>_ - .</c>; stored in lower case; must end in <c>-bin</c>.</param>
        /// <param name="valueBytes">The bytes, copied.</param>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalize(key);
            if (!HasBinarySuffix(Key))
                throw new ArgumentException($"Key '{Key}' of a binary value must end in '{BinaryHeaderSuffix}'.", nameof(key));

            ArgumentNullException.ThrowIfNull(valueBytes);
            _valueBytes = [.. valueBytes];
        }

        public string Key { get; }

        public bool IsBinary => _value is null;

        /// <summary>The text. Throws <see cref="InvalidOperationException"/> for a binary entry.</summary>
        public string Value => _value
            ?? throw new InvalidOperationException("Cannot access string value of a binary metadata entry");

        /// <summary>A copy of the bytes; for a text entry, its ASCII bytes.</summary>
        public byte[] ValueBytes => _valueBytes is null ? Encoding.ASCII.GetBytes(_value!) : [.. _valueBytes];

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={_valueBytes!.Length} bytes]"
            : $"[Entry: key={Key}, value={_value}]";

        /// <summary>The value as it stands in an HTTP header: text as it is, bytes in base64.</summary>
        internal string HeaderValue => _value ?? Convert.ToBase64String(_valueBytes!);

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        internal static bool HasBinarySuffix(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase);

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            foreach (var c in key)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                    throw new ArgumentException($"Key '{key}' may only hold letters, digits, '_', '-' and '.'.", nameof(key));
            }

            // Returns the same string when there is nothing to lower.
            return key.ToLowerInvariant();
        }
    }
}
