namespace FmeTyped;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Parameter">The parameter's name on the wire.</param>
/// <param name="Message">What is wrong and what is allowed. Never holds the value of a secret.</param>
public sealed record FmeValidationError(FmeValidationErrorKind Kind, string Parameter, string Message)
{
    /// <summary>The parameter and the message.</summary>
    public override string ToString() => $"{Parameter}: {Message}";
}
