using System.Text.Json;

namespace FmeTyped;

/// <summary>A JSON object is no request for its workspace, because a value in it cannot be read.</summary>
public sealed class FmeRequestJsonException : JsonException
{
    internal FmeRequestJsonException(FmeWorkspaceDescriptor workspace, IReadOnlyList<FmeValidationError> problems)
        : base($"The JSON does not fit {workspace}." + string.Concat(problems.Select(problem => $"{Environment.NewLine}  {problem}"))) =>
        Problems = problems;

    /// <summary>All that does not fit, with the parameters' names on the wire.</summary>
    public IReadOnlyList<FmeValidationError> Problems { get; }
}
