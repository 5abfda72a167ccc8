using System.Text.Json;
using System.Text.Json.Nodes;
using FmeTyped.Generated;
using FmeTyped.Metadata;
using Microsoft.Extensions.Logging.Abstractions;

namespace FmeTyped.AI;

/// <summary>Reads a request from what a model gave. Whatever is wrong with it is a problem in words, all of them at once.</summary>
/// <param name="parameters">What a model may set.</param>
/// <param name="options">How the workspace is offered.</param>
internal sealed class ArgumentReader(ToolParameters parameters, FmeToolOptions options)
{
    // What follows names a parameter of the workspace or of the server, which may be a secret.
    private const string ServerValue = "$(";

    private const int MostCharacters = 100_000;
    private const int LongestProblem = 600;
    private const int MostNames = 50;

    private FmeWorkspaceDescriptor Workspace => parameters.Workspace;

    /// <summary>The request, or else the problems.</summary>
    public async Task<(IFmeRequest? Request, IReadOnlyList<string> Problems)> ReadAsync(
        IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var json = new JsonObject();
        var given = new List<(FmeParameterDescriptor Parameter, JsonElement Value)>();
        long length = 0;
        bool isListed = false;
        foreach ((string name, object? value) in arguments)
        {
            if (parameters.Find(name) is not { } parameter)
            {
                problems.Add($"There is no parameter '{DataText.Line(name, 100)}'.{(isListed ? "" : " " + KnownNames())}");
                isListed = true;
            }
            else if (!ArgumentJson.TryRead(value, out JsonElement read))
            {
                problems.Add($"{name}: is no valid JSON value.");
            }
            else if (read.ValueKind != JsonValueKind.Null)
            {
                length += read.GetRawText().Length;
                given.Add((parameter, read));
            }
        }

        if (length > MostCharacters)
        {
            return (null, [.. problems, $"The arguments have {length} characters; at most {MostCharacters} are taken."]);
        }

        var files = new Dictionary<string, FmeList<FmeFile>>(StringComparer.Ordinal);
        foreach ((FmeParameterDescriptor parameter, JsonElement value) in given)
        {
            string name = parameters.NameOf(parameter.Name)!;
            if (IsBlank(value) && !MayBeBlank(parameter))
            {
                problems.Add($"{name}: may not be blank. Give a value{(parameter.MustBeSet ? "" : ", or leave it out")}.");
            }
            else if (ArgumentJson.TextsOf(value).Any(text => text.Contains(ServerValue, StringComparison.Ordinal) && parameter.FindChoice(text) is null))
            {
                problems.Add($"{name}: may not contain {ServerValue}, which FME Flow replaces by a value of its own.");
            }
            else if (parameter.Kind == FmeParameterKind.File && !IsBlank(value))
            {
                await ResolveAsync(parameter, value, files, problems, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                json[parameter.Name] = JsonNode.Parse(value.GetRawText());
            }
        }

        HashSet<string> named = [.. given.Select(argument => argument.Parameter.Name)];
        IFmeRequest? request = Read(json, files, out IReadOnlyList<FmeValidationError> errors);

        // A parameter that already has a problem is unset here, which is no second problem.
        HashSet<string> wrong = [.. named.Where(name => !json.ContainsKey(name) && !files.ContainsKey(name))];
        problems.AddRange(errors.Where(error => !wrong.Contains(error.Parameter)).Select(InWords));
        return problems.Count == 0 ? (request, problems) : (null, problems);
    }

    private IFmeRequest? Read(JsonObject json, Dictionary<string, FmeList<FmeFile>> files, out IReadOnlyList<FmeValidationError> errors)
    {
        foreach ((string name, FmeParameterValue value) in parameters.FixedValues)
        {
            json[name] = value.IsList ? new JsonArray([.. value.Items.Select(item => JsonValue.Create(item))]) : JsonValue.Create(value.Text);
        }

        using var document = JsonDocument.Parse(json.ToJsonString());
        FmeRequestReading.TryRead(
            Workspace, FmeParameterReader.FromJson(Workspace, document.RootElement, files), out IFmeRequest? request, out errors);
        return request;
    }

    private async Task ResolveAsync(
        FmeParameterDescriptor parameter,
        JsonElement value,
        Dictionary<string, FmeList<FmeFile>> files,
        List<string> problems,
        CancellationToken cancellationToken)
    {
        string name = parameters.NameOf(parameter.Name)!;
        JsonElement[] items = value.ValueKind == JsonValueKind.Array && parameter.IsList ? [.. value.EnumerateArray()] : [value];
        var found = new List<FmeFile>();
        foreach (JsonElement item in items)
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                problems.Add($"{name}: takes {(parameter.IsList ? "an array of references" : "a reference")} to files, as texts.");
                return;
            }

            string reference = item.GetString()!;
            if (await FindAsync(parameter, reference, cancellationToken).ConfigureAwait(false) is not { } file)
            {
                problems.Add($"{name}: there is no file '{DataText.Line(reference, 200)}'. Use a reference that the user or the host gave you.");
                return;
            }

            found.Add(file);
        }

        files[parameter.Name] = found;
    }

    // What a host's own code throws says more of the host than of the file.
    private async Task<FmeFile?> FindAsync(FmeParameterDescriptor parameter, string reference, CancellationToken cancellationToken)
    {
        try
        {
            return await options.ResolveFile!(reference, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            (options.Logger ?? NullLogger.Instance).FileFailed(error, Workspace.ToString(), parameter.Name);
            return null;
        }
    }

    private string InWords(FmeValidationError error) => parameters.NameOf(error.Parameter) is { } name
        ? $"{name}: {DataText.Line(error.Message, LongestProblem)}"
        : $"{DataText.Line(error.Parameter, 100)}, which is not yours to set: {DataText.Line(error.Message, LongestProblem)} Other values may make it "
            + "unnecessary; if none do, tell the user.";

    private string KnownNames()
    {
        string[] names = [.. parameters.Names];
        return names.Length == 0
            ? "This tool takes no arguments."
            : $"There are: {string.Join(", ", names.Take(MostNames))}{(names.Length > MostNames ? $" and {names.Length - MostNames} more" : "")}.";
    }

    private static bool MayBeBlank(FmeParameterDescriptor parameter) => parameter.IsOptional || parameter.FindChoice("") is not null;

    private static bool IsBlank(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(""),
        JsonValueKind.Array => value.GetArrayLength() == 0 || (value.GetArrayLength() == 1 && IsBlank(value[0])),
        _ => false,
    };
}
