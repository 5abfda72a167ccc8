using System.Globalization;
using System.Text.Json;
using CsCheck;
using FmeTyped.Schema.Json;

namespace FmeTyped.Schema.Tests.Json;

/// <summary>
/// The reader and System.Text.Json accept the same texts and read the same values from them. They differ on purpose in
/// a name that occurs twice, and in a byte order mark before the text.
/// </summary>
[Trait("Suite", "fuzz")]
public class JsonReaderAgainstSystemTextJsonTests
{
    /// <summary>Names the number of texts to try; more than the default for a long run.</summary>
    private const string CountVariable = "FMETYPED_FUZZ";

    private const long DefaultCount = 200_000;

    [Fact]
    public void Made_up_texts_are_read_alike() =>
        JsonDocumentGen.Text.Sample(AssertReadAlike, iter: Count(), threads: 1, print: text => JsonSerializer.Serialize(text));

    [Fact]
    public void Half_of_the_made_up_texts_have_an_error_and_half_have_none()
    {
        int sound = 0;
        JsonDocumentGen.Text.Sample(text => { sound += JsonReader.Read(text).Errors.Count == 0 ? 1 : 0; }, iter: 2000, threads: 1);

        Assert.InRange(sound, 400, 1600);
    }

    [CorpusFact]
    public void Recorded_answers_are_read_alike()
    {
        string[] files = Directory.GetFiles(Corpus.PathOf("rest"), "*.json", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file => AssertReadAlike(File.ReadAllText(file)));
    }

    private static long Count() =>
        Environment.GetEnvironmentVariable(CountVariable) is { Length: > 0 } count
            ? long.Parse(count, CultureInfo.InvariantCulture)
            : DefaultCount;

    private static void AssertReadAlike(string text)
    {
        JsonReadResult ours = JsonReader.Read(text);
        AssertErrorsAreInOrder(text, ours);

        string? theirError = null;
        bool isSame = false;
        try
        {
            using JsonDocument theirs = JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text);
            isSame = ours.Root is not null && IsSame(text, ours.Root, theirs.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // The last two stand for surrogates without a partner: an escaped one, and one in the text itself.
            theirError = exception.Message;
        }

        JsonError? ourError = ours.Errors.FirstOrDefault(
            error => !error.Message.EndsWith("occurs a second time in this object", StringComparison.Ordinal));
        if (theirError is not null)
        {
            Assert.True(ourError is not null, $"Only System.Text.Json sees an error: {theirError}");
        }
        else
        {
            Assert.True(ourError is null, $"Only our reader sees an error: {ourError}");
            Assert.True(isSame, "The values differ.");
        }
    }

    private static void AssertErrorsAreInOrder(string text, JsonReadResult result)
    {
        int last = 0;
        foreach (JsonError error in result.Errors)
        {
            Assert.InRange(error.Span.Start, last, text.Length);
            Assert.InRange(error.Span.End, error.Span.Start, text.Length);
            last = error.Span.Start;
        }
    }

    /// <summary>Whether two values are the same, all of theirs being read, and whether ours stand where they are written.</summary>
    private static bool IsSame(string text, JsonNode ours, JsonElement theirs) => ours switch
    {
        JsonObject node => theirs.ValueKind == JsonValueKind.Object
            && AreSame(text, node.Members, [.. theirs.EnumerateObject()])
            && IsBetween(text, node.Span, '{', '}'),
        JsonArray node => theirs.ValueKind == JsonValueKind.Array
            && AreSame(text, node.Items, [.. theirs.EnumerateArray()])
            && IsBetween(text, node.Span, '[', ']'),
        JsonString node => theirs.ValueKind == JsonValueKind.String
            && theirs.GetString() == node.Value
            && IsBetween(text, node.Span, '"', '"'),
        _ => theirs.GetRawText() == text.Substring(ours.Span.Start, ours.Span.Length)
            && ours switch
            {
                JsonNumber node => theirs.ValueKind == JsonValueKind.Number && theirs.GetRawText() == node.Text,
                JsonBoolean node => theirs.ValueKind == (node.Value ? JsonValueKind.True : JsonValueKind.False),
                _ => theirs.ValueKind == JsonValueKind.Null,
            },
    };

    private static bool AreSame(string text, IReadOnlyList<JsonMember> ours, JsonProperty[] theirs)
    {
        bool isSame = ours.Count == theirs.Length;
        for (int index = 0; index < theirs.Length; index++)
        {
            // Reads their names and values in any case: only reading shows a surrogate without a partner.
            string name = theirs[index].Name;
            isSame = index < ours.Count
                && IsSame(text, ours[index].Value, theirs[index].Value)
                && name == ours[index].Name
                && IsBetween(text, ours[index].NameSpan, '"', '"')
                && isSame;
        }

        return isSame;
    }

    private static bool AreSame(string text, IReadOnlyList<JsonNode> ours, JsonElement[] theirs)
    {
        bool isSame = ours.Count == theirs.Length;
        for (int index = 0; index < theirs.Length; index++)
        {
            isSame = index < ours.Count && IsSame(text, ours[index], theirs[index]) && isSame;
        }

        return isSame;
    }

    private static bool IsBetween(string text, TextSpan span, char first, char last) =>
        span.Length >= 2 && text[span.Start] == first && text[span.End - 1] == last;
}
