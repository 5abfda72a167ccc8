using FmeTyped.Tool.Tests.Harness;

namespace FmeTyped.Tool.Tests.Docs;

/// <summary>The picture of the documentation that shows the tool in a terminal: drawn of what the tool prints.</summary>
public sealed class PictureTests : IDisposable
{
    private const string Prompt = "$ ";
    private const int Columns = 104;

    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_tool_tells_what_differs_from_the_server()
    {
        string schema = File.ReadAllText(Repository.PathOf("workspaces.json"));
        string server = schema
            .Replace("\"streetcl\"", "\"roads\"", StringComparison.Ordinal)
            .Replace("\"MAXY\"", "\"MAX_Y\"", StringComparison.Ordinal)
            .Replace("\"defaultValue\": \"50\"", "\"defaultValue\": \"100\"", StringComparison.Ordinal);
        Assert.NotEqual(schema, server);
        _folder.With("workspaces.json", schema).With("server.json", server);
        string[] command = ["check", "--against", "server.json"];

        ToolResult result = (await _folder.RunAsync(command)).MustEndWith(2);

        List<(string Text, string Style)> lines = [($"{Prompt}fmetyped {string.Join(' ', command)}", "")];
        lines.AddRange(result.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).SelectMany(Wrapped));
        lines.Add(($"{Prompt}echo $?", ""));
        lines.Add(($"{result.ExitCode}", ""));
        var picture = new TextPicture(
            "fmetyped check lists what changed on the server, the most severe first, and ends with exit code 2", Columns, lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            picture.Write(i, 0, lines[i].Text, lines[i].Style);
        }

        picture.Verify("check");
    }

    // As a terminal wraps it.
    private static IEnumerable<(string Text, string Style)> Wrapped(string line)
    {
        string style = line.StartsWith("breaking", StringComparison.Ordinal) ? "error" : line.StartsWith("behaviour", StringComparison.Ordinal) ? "type" : "";
        return line.Chunk(Columns).Select(part => (new string(part), style));
    }
}
