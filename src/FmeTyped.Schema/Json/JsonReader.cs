namespace FmeTyped.Schema.Json;

/// <summary>
/// Reads JSON according to RFC 8259: no comments, no trailing commas, nesting no deeper than <see cref="JsonParser.MaxDepth"/>.
/// A reader reads several texts one after the other, which share strings and nodes.
/// </summary>
/// <remarks>
/// In addition to the nodes' locations in the text, it has what System.Text.Json does not offer a generator: all errors at once,
/// without an exception, and without another dll in the compiler.
/// </remarks>
internal sealed class JsonReader
{
    private readonly StringPool _strings = new();
    private readonly JsonNodes _nodes = new(areReused: true);

    /// <summary>Reads a text; a leading byte order mark is skipped. The time is linear in the length, whatever the text contains.</summary>
    public static JsonReadResult Read(string text) => Read(text.ToCharArray());

    public static JsonReadResult Read(char[] text) => Read(text, text.Length, new StringPool(), new JsonNodes(areReused: false));

    /// <summary>Reads the next text. The nodes of the last one must not be used any more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters of it are read.</param>
    public JsonReadResult ReadNext(char[] text, int length)
    {
        _nodes.Reuse();
        return Read(text, length, _strings, _nodes);
    }

    private static JsonReadResult Read(char[] text, int length, StringPool strings, JsonNodes nodes)
    {
        var errors = new JsonErrorList();
        JsonNode? root = new JsonParser(new JsonTokenizer(text, length, errors, strings), errors, nodes).Read();
        return new JsonReadResult(root, errors.ToArray());
    }
}
