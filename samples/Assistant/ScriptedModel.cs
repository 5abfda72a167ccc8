using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Assistant;

/// <summary>Does what a language model does with a tool, by a script: calls it with what the user said, reads the result, and mends what was wrong.</summary>
internal sealed partial class ScriptedModel : IChatClient
{
    private int _calls;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage last = messages.Last();
        string? result = last.Contents.OfType<FunctionResultContent>().LastOrDefault()?.Result?.ToString();
        AIContent next = result is null ? Call(distance: Number(Distance(), last.Text))
            : Limit().IsMatch(result) ? Call(distance: Number(Limit(), result))
            : new TextContent($"The tool says: {result.Split('\n')[0]} It looks 500 m far at most.");
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [next])));

        AIContent Call(long distance) => new FunctionCallContent(
            $"call-{++_calls}", options!.Tools![0].Name, new Dictionary<string, object?> { ["PARCEL_ID"] = "17/4", ["DISTANCE"] = distance });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ChatResponseUpdate update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // It holds nothing.
    }

    private static long Number(Regex pattern, string text) => long.Parse(pattern.Match(text).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"within (\d+) m")]
    private static partial Regex Distance();

    [GeneratedRegex(@"DISTANCE: .* at most (\d+)")]
    private static partial Regex Limit();
}
