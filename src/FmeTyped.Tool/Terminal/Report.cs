using System.Text.Json;
using System.Text.Json.Serialization;

namespace FmeTyped.Tool.Terminal;

/// <summary>
/// What a verb reports. The public properties of a report are the JSON object of <c>--json</c>, so their names are part of the tool's interface; a person
/// gets the same as text.
/// </summary>
internal abstract record Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The report of a verb that has shown all there is.</summary>
    internal static Report Nothing { get; } = new Empty();

    /// <summary>The version of the object's form.</summary>
    [JsonPropertyOrder(-1)]
    public int Format { get; } = 1;

    /// <summary>The exit code that belongs to it.</summary>
    internal virtual int ExitCode => Terminal.ExitCode.Success;

    /// <summary>Prints it as text: tables on a terminal, lines without colours in a file or a pipe.</summary>
    public virtual Task PrintAsync(Output output, CancellationToken cancellationToken)
    {
        Print(output);
        return Task.CompletedTask;
    }

    /// <summary>Prints it as one JSON object, which is complete before any of it is printed. JSON escapes what a terminal would obey.</summary>
    public async Task PrintJsonAsync(Output output, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        await JsonSerializer.SerializeAsync(text, this, GetType(), Json, cancellationToken).ConfigureAwait(false);
        text.Position = 0;
        using var reader = new StreamReader(text);
        await output.Standard.WriteLineAsync(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    protected virtual void Print(Output output)
    {
    }

    private sealed record Empty : Report;
}
