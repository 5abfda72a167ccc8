using Microsoft.Extensions.AI;

namespace FmeTyped;

/// <summary>A tool for a language model. <see cref="FmeTools"/> makes them.</summary>
/// <remarks>
/// As an <see cref="AIFunction"/>, a tool returns the text of its result, errors included, since a model can act on them. It throws only if the call is
/// cancelled.
/// </remarks>
public abstract class FmeTool : AIFunction
{
    private protected FmeTool()
    {
    }

    /// <summary>What the tool does.</summary>
    public abstract FmeToolKind Kind { get; }

    /// <summary>Calls the tool.</summary>
    /// <param name="arguments">The arguments by name.</param>
    /// <param name="cancellationToken">
    /// Stops the call. The job that a <see cref="FmeToolKind.Run"/> tool waits for is then cancelled, too, because nobody would learn its id.
    /// </param>
    /// <returns>The result. Whatever is wrong with the arguments or the server is a result, too.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public abstract Task<FmeToolResult> CallAsync(IReadOnlyDictionary<string, object?> arguments, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        (await CallAsync(arguments, cancellationToken).ConfigureAwait(false)).Text;
}
