using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Sources;

/// <summary>The content of an input.</summary>
/// <param name="Path">The file.</param>
/// <param name="Workspaces">The workspaces that could be read.</param>
/// <param name="Errors">The errors, each on one line with the file and, if known, the line.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<SourceWorkspace> Workspaces, IReadOnlyList<string> Errors)
{
    /// <summary>Whether the file is a schema file, which lists all workspaces.</summary>
    public bool IsSchemaFile { get; init; }

    /// <summary>Whether the server says that there is no such workspace.</summary>
    public bool IsMissing { get; private init; }

    public static string NeedsRepository(string path) => $"{path}: it does not name the repository of the workspace; specify it with --repository.";

    public static SourceFile Bad(string path, params IEnumerable<string> errors) => new(path, [], [.. errors]);

    /// <summary>A workspace that a server lists but does not return. Its removal in between is the least likely reason.</summary>
    public static SourceFile Missing(string path) =>
        Bad(path, $"{path}: the server lists it, but responds that it does not exist; check that the token's user may read it, or try again.")
            with { IsMissing = true };
}
