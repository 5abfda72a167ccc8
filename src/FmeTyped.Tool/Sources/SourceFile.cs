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

    /// <summary>Whether the server says that there is no such workspace.</summary>
    public bool IsMissing { get; private init; }

    public static string NeedsRepository(string path) => $"{path}: it does not say which repository the workspace is in; say it with --repository.";

    public static SourceFile Bad(string path, params IEnumerable<string> errors) => new(path, [], [.. errors]);

    /// <summary>A workspace that a server lists and does not give. That it was removed in between is the least likely reason.</summary>
    public static SourceFile Missing(string path) =>
        Bad(path, $"{path}: the server lists it, and says that it is not there; check that the token's user may read it, or try again.") with { IsMissing = true };
}
