using System.Text.Json.Serialization;
using FmeTyped.Tool.Terminal;

namespace FmeTyped.Tool.Documents;

/// <summary>Which files a verb wrote.</summary>
/// <param name="Folder">The folder, as the user named it.</param>
/// <param name="Files">The files in it, with slashes.</param>
/// <param name="Kind">What they are, such as <c>pages</c>.</param>
internal sealed record FilesReport(string Folder, IReadOnlyList<string> Files, [property: JsonIgnore] string Kind) : Report
{
    protected override void Print(Output output) => output.Line($"{Folder} contains {Files.Count} {Kind}.");
}
