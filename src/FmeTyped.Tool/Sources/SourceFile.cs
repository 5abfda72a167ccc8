using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Sources;

/// <summary>What an input holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="Workspaces">The workspaces that could be read.</param>
/// <param name="Errors">What could not, each in one line with file and, where known, line.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<SourceWorkspace> Workspaces, IReadOnlyList<string> Errors)
{
    /// <summary>Whether the file is a schema file: it then speaks of all workspaces there are.</summary>
    public bool IsSchemaFile { get; init; }

    public static string NeedsRepository(string path) => $"{path}: it does not say which repository the workspace is in; say it with --repository.";

    public static SourceFile Bad(string path, params IEnumerable<string> errors) => new(path, [], [.. errors]);
}
