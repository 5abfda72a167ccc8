using System.Globalization;
using System.Text;
using FmeTyped.Tool.Masking;
using FmeTyped.Tool.SchemaFiles;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Recording;

/// <summary>The folder that a recording is written to: a file for each exchange, in the order in which the requests arrived. Thread-safe.</summary>
internal sealed class RecordingFolder
{
    /// <summary>Says what kind of recording it is.</summary>
    public const string HeadFile = "recording.json";

    private const int LongestName = 60;

    private readonly object _gate = new();
    private readonly string _path;
    private readonly RecordedExchangeWriter _writer;
    private int _count;

    private RecordingFolder(string path, RecordedExchangeWriter writer)
    {
        _path = path;
        _writer = writer;
    }

    /// <summary>How many exchanges were begun.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <exception cref="ToolException">The folder has something in it, since the placeholders of two recordings would not fit together.</exception>
    public static RecordingFolder Create(string path, TextMask text, SecretParameters secrets)
    {
        if (File.Exists(path))
        {
            throw new ToolException($"{path} is a file; specify a folder with --out.");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new ToolException($"The folder {path} is not empty; a recording needs one of its own. Specify a new one with --out.");
        }

        Directory.CreateDirectory(path);
        string values = text.KeepsValues ? RecordedNames.KeptValues : RecordedNames.MaskedValues;
        AtomicFile.Write(Path.Combine(path, HeadFile), $$"""{ "{{RecordedNames.Format}}": 1, "{{RecordedNames.Values}}": "{{values}}" }""" + "\n");
        return new RecordingFolder(path, new RecordedExchangeWriter(text, secrets));
    }

    public int NextNumber() => Interlocked.Increment(ref _count);

    /// <summary>Writes an exchange, and returns its line for the console.</summary>
    /// <exception cref="IOException">The file cannot be written. Nothing is left of it.</exception>
    public string Write(CapturedExchange exchange)
    {
        lock (_gate)
        {
            string content = _writer.Write(exchange);
            string target = _writer.MaskTarget(exchange.Target).Split('?')[0];
            AtomicFile.Write(Path.Combine(_path, NameOf(exchange, target)), content);
            string end = exchange.Status?.ToString(CultureInfo.InvariantCulture) ?? "no response";
            return $"{exchange.Number:0000} {exchange.Method} {target} -> {end}{(exchange.BrokenOff is { } why ? $" ({why})" : "")}";
        }
    }

    // As in "0007-GET-fmeapiv4-jobs-12.json".
    private static string NameOf(CapturedExchange exchange, string target)
    {
        var name = new StringBuilder($"{exchange.Number:0000}-{exchange.Method}");
        foreach (string part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            name.Append('-').Append(string.Concat(part.Where(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_')));
        }

        return $"{(name.Length > LongestName ? name.ToString(0, LongestName) : name.ToString()).TrimEnd('.', '-')}.json";
    }
}
