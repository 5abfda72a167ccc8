using System.Text;
using System.Text.Json;

namespace FmeTyped.Tool.Terminal;

/// <summary>Prints a result as one JSON object.</summary>
internal static class JsonResult
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <param name="output">The output.</param>
    /// <param name="writeMembers">Writes the members, after <c>format</c>.</param>
    public static void Write(Output output, Action<Utf8JsonWriter> writeMembers)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("format", 1);
            writeMembers(json);
            json.WriteEndObject();
        }

        // JSON escapes what a terminal would obey.
        output.Standard.WriteLine(Encoding.UTF8.GetString(text.ToArray()));
    }
}
