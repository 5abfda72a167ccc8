using System.Collections.Immutable;
using System.Diagnostics;

namespace FmeTyped;

/// <summary>Takes secrets out of texts that came from elsewhere, in case they echo them: the tokens that went out lately, and passwords.</summary>
internal sealed class Redactor
{
    // A refused token and its successors; an echo of an older one would have to be very late.
    private const int MostSecrets = 16;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private ImmutableArray<string> _secrets = [];

    /// <summary>Has a secret taken out from now on.</summary>
    public void Add(string secret) => ImmutableInterlocked.Update(
        ref _secrets,
        static (secrets, added) => secrets is [.., var last] && last == added
            ? secrets
            : [.. secrets.Remove(added).TakeLast(MostSecrets - 1), added],
        secret);

    public string Redact(string text)
    {
        foreach (string secret in _secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }
}
