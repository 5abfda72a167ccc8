using System.Collections.Immutable;
using System.Diagnostics;

namespace FmeTyped;

/// <summary>Takes secrets out of texts that came from elsewhere, in case they echo them: the tokens that went out lately, and passwords.</summary>
internal sealed class Redactor
{
    // A refused token and its successors; an echo of an older one would have to be very late.
    private const int MostSecrets = 16;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private ImmutableArray<SecretText> _secrets = [];

    /// <summary>Has a secret taken out from now on.</summary>
    public void Add(string secret) => ImmutableInterlocked.Update(
        ref _secrets,
        static (secrets, added) => secrets is [.., var last] && last.Is(added)
            ? secrets
            : [.. secrets.RemoveAll(known => known.Is(added)).TakeLast(MostSecrets - 1), new SecretText(added)],
        secret);

    public string Redact(string text)
    {
        foreach (SecretText secret in _secrets)
        {
            text = secret.Mask(text);
        }

        return text;
    }
}
