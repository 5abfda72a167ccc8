namespace FmeTyped.Tool.Jobs;

/// <summary>Why a job ended as it did. Secrets are masked.</summary>
internal sealed record JobExplanation
{
    public string? Message { get; init; }

    public long? Warnings { get; init; }

    public long? Errors { get; init; }

    /// <summary>The first error of the log.</summary>
    public string? FirstError { get; init; }

    /// <summary>The last lines of the log.</summary>
    public required IReadOnlyList<string> LastLines { get; init; }

    /// <summary>The published parameters: texts, and lists of texts.</summary>
    public IReadOnlyDictionary<string, object>? Parameters { get; init; }

    /// <summary>All of it as lines of text.</summary>
    internal required IReadOnlyList<string> Text { get; init; }

    public static JobExplanation From(FmeJobExplanation why) => new()
    {
        Message = why.Result.StatusMessage,
        Warnings = why.Result.WarningCount,
        Errors = why.Result.ErrorCount,
        FirstError = why.FirstError?.Message,
        LastLines = why.LastLines,
        Parameters = why.Parameters?.ToDictionary(
            parameter => parameter.Key,
            parameter => parameter.Value.IsList ? (object)parameter.Value.Items : parameter.Value.ToString()),
        Text = why.ToString().TrimEnd().Split('\n'),
    };
}
