using System.Text;

namespace FmeTyped;

/// <summary>The request does not fit its workspace. Nothing was sent.</summary>
public sealed class FmeValidationException : FmeException
{
    internal FmeValidationException(IReadOnlyList<FmeValidationError> problems, ErrorContext context)
        : base(Describe(problems, context), context) => Problems = problems;

    /// <summary>All that does not fit.</summary>
    public IReadOnlyList<FmeValidationError> Problems { get; }

    private static string Describe(IReadOnlyList<FmeValidationError> problems, ErrorContext context)
    {
        var text = new StringBuilder($"Could not {context.Operation}: nothing was sent, because the request does not fit the workspace.");
        foreach (FmeValidationError problem in problems)
        {
            text.Append(Environment.NewLine).Append("  ").Append(problem);
        }

        return text.ToString();
    }
}
