using System.Text;

namespace FmeTyped;

/// <summary>The request does not fit its workspace. Nothing was sent.</summary>
public sealed class FmeValidationException : FmeException
{
    internal FmeValidationException(IReadOnlyList<FmeProblem> problems, ErrorContext context)
        : base(Describe(problems, context), context) => Problems = problems;

    /// <summary>All that does not fit.</summary>
    public IReadOnlyList<FmeProblem> Problems { get; }

    private static string Describe(IReadOnlyList<FmeProblem> problems, ErrorContext context)
    {
        var text = new StringBuilder($"Could not {context.Operation}: nothing was sent, because the request does not fit the workspace.");
        foreach (FmeProblem problem in problems)
        {
            text.Append(Environment.NewLine).Append("  ").Append(problem);
        }

        return text.ToString();
    }
}
