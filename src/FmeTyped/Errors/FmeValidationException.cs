using System.Text;

namespace FmeTyped;

/// <summary>A request does not fit its workspace. Nothing was sent.</summary>
public sealed class FmeValidationException : FmeException
{
    internal FmeValidationException(IReadOnlyList<FmeValidationError> errors, ErrorContext context)
        : this($"Could not {context.Operation}: nothing was sent, because the request does not fit the workspace.", errors, context)
    {
    }

    internal FmeValidationException(string message, IReadOnlyList<FmeValidationError> errors, ErrorContext context)
        : base(Describe(message, errors), context) => Errors = errors;

    /// <summary>All that does not fit.</summary>
    public IReadOnlyList<FmeValidationError> Errors { get; }

    private static string Describe(string message, IReadOnlyList<FmeValidationError> errors)
    {
        var text = new StringBuilder(message);
        foreach (FmeValidationError error in errors)
        {
            text.Append(Environment.NewLine).Append("  ").Append(error);
        }

        return text.ToString();
    }
}
