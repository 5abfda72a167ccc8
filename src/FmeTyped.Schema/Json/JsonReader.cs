namespace FmeTyped.Schema.Json;

/// <summary>
/// Reads JSON as RFC 8259 writes it: no comments, no trailing commas, nesting no deeper than <see cref="JsonParser.MaxDepth"/>.
/// </summary>
/// <remarks>
/// Beside the nodes' places in the text, this is what System.Text.Json does not give a generator: all errors at once,
/// without an exception, and no further dll in the compiler.
/// </remarks>
internal static class JsonReader
{
    /// <summary>Reads a text; a byte order mark before it is passed over. Time is linear in the length, whatever the text holds.</summary>
    public static JsonReadResult Read(string text)
    {
        var errors = new JsonErrorList();
        JsonNode? root = new JsonParser(new JsonTokenizer(text, errors), errors).Read();
        return new JsonReadResult(root, errors.ToArray());
    }
}
