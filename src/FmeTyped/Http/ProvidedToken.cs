using System.Diagnostics;
using System.Net.Http.Headers;

namespace FmeTyped;

/// <summary>The token of a provider, as a header.</summary>
internal sealed class ProvidedToken(FmeTokenProvider provider, Redactor redactor)
{
    private const string Prefix = "token=";

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private AuthenticationHeaderValue? _latest;

    /// <exception cref="FmeException">The provider failed, or returned an invalid token.</exception>
    public async ValueTask<AuthenticationHeaderValue> GetAsync(ErrorContext context, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await provider.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (FmeException or OperationCanceledException))
        {
            throw new FmeUnauthorizedException(
                $"Could not {context.Operation}: nothing was sent, because the token provider failed. {Sentence.Ended(redactor.Redact(exception.Message))}",
                context,
                RedactedException.From(exception, text => redactor.Redact(text)));
        }

        if (TokenFormat.FaultOf(token) is { } fault)
        {
            throw new FmeUnauthorizedException($"Could not {context.Operation}: nothing was sent, because the token of the token provider {fault}", context);
        }

        return HeaderOf(token);
    }

    public void OnRefused(AuthenticationHeaderValue header) => provider.OnRefused(header.Parameter![Prefix.Length..]);

    private AuthenticationHeaderValue HeaderOf(string token)
    {
        redactor.Add(token);
        AuthenticationHeaderValue? latest = _latest;
        if (latest is null || !latest.Parameter.AsSpan(Prefix.Length).SequenceEqual(token))
        {
            _latest = latest = new("fmetoken", Prefix + token);
        }

        return latest;
    }
}
