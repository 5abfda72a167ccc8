namespace FmeTyped.Schema.Json;

/// <summary>
/// Reads JSON according to RFC 8259: no comments, no trailing commas, nesting no deeper than <see cref="JsonParser.MaxDepth"/>.
/// </summary>
/// <remarks>
/// In addition to the nodes' locations in the text, it has what System.Text.Json does not offer a generator: all errors at once,
/// without an exception, and without another dll in the compiler.
/// </remarks>
internal static class JsonReader
{
    /// <summary>Reads a text; a leading byte order mark is skipped. The time is linear in the length, whatever the text contains.</summary>
    public static JsonReadResult Read(string text) => Read(text, new StringPool());

    /// <summary>Reads one of several texts that share strings.</summary>
    public static JsonReadResult Read(string text, StringPool strings)
    {
        var errors = new JsonErrorList();
        JsonNode? root = new JsonParser(new JsonTokenizer(text, errors, strings), errors).Read();
        return new JsonReadResult(root, errors.ToArray());
    }
}
