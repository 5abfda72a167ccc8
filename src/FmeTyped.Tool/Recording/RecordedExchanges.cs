using System.Text.Json;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Recording;

/// <summary>A recording: its exchanges in the order in which the requests arrived.</summary>
/// <param name="HasValues">Whether values and content are those that went over the wire, and not placeholders.</param>
/// <param name="Exchanges">The exchanges.</param>
internal sealed record RecordedExchanges(bool HasValues, IReadOnlyList<RecordedExchange> Exchanges)
{
    /// <summary>The size in bytes of all files together, since they are held in memory.</summary>
    public const long MaxSize = 256 << 20;

    /// <exception cref="ToolException">The folder is not a recording, or too large.</exception>
    public static RecordedExchanges Read(string folder)
    {
        string head = Path.Combine(folder, RecordingFolder.HeadFile);
        if (!File.Exists(head))
        {
            throw new ToolException($"{folder} is not a recording: it has no {RecordingFolder.HeadFile}. Make one with fmetyped record.");
        }

        FileInfo[] files = [.. new DirectoryInfo(folder).EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal)];
        if (files.Sum(file => file.Length) > MaxSize)
        {
            throw new ToolException($"{folder} has more than {MaxSize >> 20} MiB. Remove the exchanges that do not matter.");
        }

        bool hasValues = ReadHead(head);
        return new(hasValues, [.. files.Where(file => file.Name != RecordingFolder.HeadFile).Select(file => RecordedExchange.Read(file.FullName))]);
    }

    private static bool ReadHead(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty(RecordedNames.Format).GetInt32() == 1
                ? document.RootElement.GetProperty(RecordedNames.Values).GetString() == RecordedNames.KeptValues
                : throw new ToolException($"{path} has a format that this version of fmetyped does not know. Update fmetyped.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ToolException($"{path} cannot be read. Record again, or restore the file.");
        }
    }
}
