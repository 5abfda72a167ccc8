using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;
using FmeTyped.Tool.SchemaFiles;

namespace FmeTyped.Tool.Sources;

/// <summary>Reads an input, a workspace file or a response of a server. Whatever it contains, the result is workspaces or errors.</summary>
/// <param name="repository">The repository of workspaces whose source does not name it; null if the user gave none.</param>
internal sealed class SourceFileReader(string? repository)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<SourceFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (LinuxFile.Find(path) is { IsDevice: true })
        {
            return SourceFile.Bad(path, $"{path}: it is a device, not a file.");
        }

        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SourceFile.Bad(path, $"{path}: {fault.Message}");
        }

        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || StartsLikeJson(content) ? ReadResponse(path, content)
            : path.EndsWith(".fmwt", StringComparison.OrdinalIgnoreCase) ? ReadTemplate(path, content)
            : ReadWorkspaceFile(path, content);
    }

    /// <summary>Reads the workspace in a template, which has the name of the workspace file and not the template's.</summary>
    private SourceFile ReadTemplate(string path, byte[] content)
    {
        try
        {
            (string name, byte[] workspace) = WorkspaceTemplate.Read(content);
            return ReadWorkspaceFile($"{path}/{name}", workspace) with { Path = path };
        }
        catch (InvalidDataException fault)
        {
            return SourceFile.Bad(path, $"{path}: {fault.Message}");
        }
    }

    private static bool StartsLikeJson(byte[] content) =>
        content.AsSpan().TrimStart("\u00EF\u00BB\u00BF \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>Reads the content of a workspace file, whose name is the last part of the path.</summary>
    public SourceFile ReadWorkspaceFile(string path, byte[] content)
    {
        FmwFile file = FmwReader.Read(content, repository ?? "", Path.GetFileName(path));
        string[] errors =
            [.. file.Problems.Where(IsError).Select(problem => $"{Place(path, file.PlaceOf(problem.Span))}: {problem.Rule.Id}: {problem.Message}")];
        if (file.Workspace is null)
        {
            return SourceFile.Bad(path, errors);
        }

        if (repository is null)
        {
            return SourceFile.Bad(path, SourceFile.NeedsRepository(path));
        }

        if (IsUnreadable(file.Records))
        {
            return SourceFile.Bad(path, errors);
        }

        var workspace = new SourceWorkspace(repository, file.Workspace.Name, file.Records)
        {
            Title = file.Workspace.Title,
            Description = file.Workspace.Description,
        };
        return new SourceFile(path, [workspace], errors);
    }

    // A record that the generator cannot read would break the build; an omitted parameter does not.
    private static bool IsUnreadable(IReadOnlyList<JsonNode> records)
    {
        var context = new ReadingContext();
        ParameterRecords.Read(new JsonArray(default, records), context);
        return context.Problems.Any(IsError);
    }

    /// <summary>Reads a server's response; errors name the path.</summary>
    public SourceFile ReadResponse(string path, string text)
    {
        JsonReadResult json = JsonReader.Read(text);
        if (json.Errors.Count > 0)
        {
            return SourceFile.Bad(path, json.Errors.Select(error =>
                $"{ProblemText.Place(path, text, error.Span)}: it is not JSON: {error.Message}."));
        }

        return new RestResponse(path, text, repository).Read(json.Root!);
    }

    private SourceFile ReadResponse(string path, byte[] content)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return SourceFile.Bad(path, $"{path}: it is not UTF-8; save the server's response unchanged.");
        }

        return ReadResponse(path, text);
    }

    private static string Place(string path, (int Line, int Column)? place) => place is { } found ? $"{path}({found.Line},{found.Column})" : path;

    private static bool IsError(SchemaProblem problem) => problem.Rule.Severity == SchemaSeverity.Error;
}
