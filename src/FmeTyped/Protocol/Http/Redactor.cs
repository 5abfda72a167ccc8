using System.Diagnostics;

namespace FmeTyped;

/// <summary>Takes secrets out of texts that came from elsewhere, in case they echo them: the tokens that went out lately, and passwords.</summary>
internal sealed class Redactor
{
    // A refused token and its successors; an echo of an older one would have to be very late.
    private const int MostSecrets = 16;

    private readonly object _gate = new();

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile SecretText[] _secrets = [];

    /// <summary>Has a secret taken out from now on.</summary>
    public void Add(string secret)
    {
        lock (_gate)
        {
            if (_secrets is not [.., var last] || !last.Is(secret))
            {
                SecretText[] others = Array.FindAll(_secrets, known => !known.Is(secret));
                _secrets = [.. others.AsSpan(Math.Max(0, others.Length - MostSecrets + 1)), new SecretText(secret)];
            }
        }
    }

    public string Redact(string text)
    {
        foreach (SecretText secret in _secrets)
        {
            text = secret.Mask(text);
        }

        return text;
    }
}
