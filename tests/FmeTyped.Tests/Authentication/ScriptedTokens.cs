namespace FmeTyped.Tests.Authentication;

/// <summary>Gives one token until it is refused, and then the next; the last one for ever.</summary>
internal sealed class ScriptedTokens(params string[] tokens) : FmeTokenProvider
{
    private int _current;

    public List<string> Refused { get; } = [];

    public Func<CancellationToken, ValueTask<string>>? Instead { get; init; }

    public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => Instead?.Invoke(cancellationToken) ?? new(tokens[_current]);

    public override void OnRefused(string token)
    {
        Refused.Add(token);
        _current = Math.Min(_current + 1, tokens.Length - 1);
    }
}
