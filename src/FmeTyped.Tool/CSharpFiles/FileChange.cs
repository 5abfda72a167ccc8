using System.Text.Json.Serialization;

namespace FmeTyped.Tool.CSharpFiles;

/// <summary>A change of a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Reason">The reason as text.</param>
/// <param name="Text">Its new text; null to delete the file.</param>
internal sealed record FileChange(string Path, string Reason, [property: JsonIgnore] string? Text);
