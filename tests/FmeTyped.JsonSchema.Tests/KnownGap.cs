using System.Text.Json;
using FmeTyped.Metadata;

namespace FmeTyped.JsonSchema.Tests;

/// <summary>Where a schema and the library part, and why.</summary>
internal static class KnownGap
{
    /// <summary>What a schema calls valid and the library does not.</summary>
    public static string? OfReader(FmeWorkspaceDescriptor workspace, FmeJsonSchemaProfile profile, FmeValidationError error, JsonElement json)
    {
        FmeParameterDescriptor parameter = workspace.FindParameter(error.Parameter)!;
        bool isSet = json.TryGetProperty(parameter.Name, out JsonElement value);
        return parameter switch
        {
            { Kind: FmeParameterKind.DateTime } when error.Kind == FmeValidationErrorKind.Malformed && isSet =>
                "A pattern cannot count the days of a month.",
            { Kind: FmeParameterKind.Geometry } when error.Kind == FmeValidationErrorKind.Malformed && isSet =>
                "A schema does not look into a text, nor into the coordinates of GeoJSON.",
            { Kind: FmeParameterKind.Secret } when isSet && value.GetString() is { Length: > 0 } text && text.All(character => character == '*') =>
                "A mask stands for a secret in what is written, and is none in what is read.",
            { Visibility: not null } when profile == FmeJsonSchemaProfile.Simple && error.Kind == FmeValidationErrorKind.Missing =>
                "The simple profile says in words when a parameter has to be set.",
            { Visibility: not null } => IsDecidable(parameter.Visibility, workspace) ? null : "A schema cannot tell all conditions.",
            _ => null,
        };
    }

    /// <summary>What the library calls valid and a schema does not.</summary>
    public static string? OfWriter(FmeWorkspaceDescriptor workspace, FmeJsonSchemaProfile profile) =>
        profile == FmeJsonSchemaProfile.Simple && workspace.Parameters.Any(parameter => parameter.Visibility is not null)
            ? "The simple profile has the limits of a parameter count while it is not visible, too."
            : null;

    // Texts are compared with less and greater by their characters, numbers with patterns by their digits; JSON Schema knows neither.
    private static bool IsDecidable(FmeVisibility condition, FmeWorkspaceDescriptor workspace) => condition.Kind switch
    {
        FmeVisibilityKind.AnyOf or FmeVisibilityKind.AllOf or FmeVisibilityKind.Not => condition.Conditions.All(part => IsDecidable(part, workspace)),
        FmeVisibilityKind.Enabled => workspace.FindParameter(condition.Parameter)?.Visibility is not { } other || IsDecidable(other, workspace),
        FmeVisibilityKind.Equals => workspace.FindParameter(condition.Parameter) is { IsEncoded: false, Kind: not (FmeParameterKind.DateTime
            or FmeParameterKind.Color or FmeParameterKind.Geometry or FmeParameterKind.File or FmeParameterKind.Folder or FmeParameterKind.Secret) },
        _ => workspace.FindParameter(condition.Parameter) is { IsList: false, IsEncoded: false, Kind: FmeParameterKind.Choice or FmeParameterKind.Boolean }
            || (condition.Kind is FmeVisibilityKind.Matches or FmeVisibilityKind.RuntimeValue
                && workspace.FindParameter(condition.Parameter) is
                    { IsList: false, IsEncoded: false, Kind: FmeParameterKind.Text or FmeParameterKind.OpenChoice })
            || (condition.Kind is FmeVisibilityKind.Less or FmeVisibilityKind.Greater
                && workspace.FindParameter(condition.Parameter) is { Kind: FmeParameterKind.Integer or FmeParameterKind.Float }),
    };
}
