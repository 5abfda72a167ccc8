namespace FmeTyped.Metadata;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="kind">The kind of error.</param>
/// <param name="parameter">The parameter's name on the wire.</param>
/// <param name="message">What is wrong and what is allowed. Never contains the value of a secret.</param>
public sealed class FmeValidationError(FmeValidationErrorKind kind, string parameter, string message)
{
    /// <summary>The kind of error.</summary>
    public FmeValidationErrorKind Kind { get; } = kind;

    /// <summary>The parameter's name on the wire.</summary>
    public string Parameter { get; } = parameter ?? throw new ArgumentNullException(nameof(parameter));

    /// <summary>What is wrong and what is allowed. Never contains the value of a secret.</summary>
    public string Message { get; } = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>Returns the parameter and the message.</summary>
    public override string ToString() => $"{Parameter}: {Message}";
}
