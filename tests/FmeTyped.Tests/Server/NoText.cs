namespace FmeTyped.Tests.Server;

/// <summary>What stands in JSON in the place of text and is none, each in the middle of words that can be read.</summary>
internal static class NoText
{
    /// <summary>What can be read of each of <see cref="Words"/>.</summary>
    public const string Readable = "Out of \uFFFDmemory.";

    public static IEnumerable<string> Names => Words.Keys;

    private static Dictionary<string, byte[]> Words { get; } = new()
    {
        ["bytes that are no UTF-8"] = [.. "Out of "u8, 0xFF, .. "memory."u8],
        ["the first half of a pair"] = [.. "Out of \\ud83dmemory."u8],
        ["the second half of a pair"] = [.. "Out of \\uDE00memory."u8],
    };

    /// <summary>A JSON object with a member whose name and value are no text, before all others.</summary>
    /// <param name="name">Which of <see cref="Names"/>.</param>
    /// <param name="json">The other members, an object.</param>
    public static byte[] Before(string name, ReadOnlySpan<byte> json) => json is [(byte)'{', .. var rest]
        ? [.. "{\""u8, .. Words[name], .. "\":\""u8, .. Words[name], .. "\""u8, .. rest is [(byte)'}'] ? ""u8 : ","u8, .. rest]
        : [.. json];

    /// <summary>A JSON object with one member, whose value is no text.</summary>
    public static byte[] Message(string name, string member = "message") => With(name, $$"""{"{{member}}":"?"}""");

    /// <summary>JSON with one of the texts for each question mark.</summary>
    public static byte[] With(string name, string json)
    {
        List<byte> bytes = [];
        foreach (byte one in System.Text.Encoding.UTF8.GetBytes(json))
        {
            bytes.AddRange(one == '?' ? Words[name] : [one]);
        }

        return [.. bytes];
    }
}
