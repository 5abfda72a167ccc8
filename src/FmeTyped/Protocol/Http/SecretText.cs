using System.Text.Encodings.Web;
using System.Text.Json;

namespace FmeTyped;

/// <summary>A secret in every form in which a text can hold it: as it is, and as JSON, addresses and forms write it.</summary>
internal sealed class SecretText
{
    private readonly string _secret;
    private readonly string[] _forms;

    public SecretText(string secret)
    {
        string escaped = Uri.EscapeDataString(secret);
        _secret = secret;
        _forms =
        [
            .. new[]
            {
                secret,
                JsonEncodedText.Encode(secret).ToString(),
                JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                escaped,
                escaped.Replace("%20", "+", StringComparison.Ordinal),
            }
            .Where(form => form.Length > 0)
            .Distinct(StringComparer.Ordinal),
        ];
    }

    public bool Is(string secret) => secret == _secret;

    /// <summary>The text with a mask in the secret's place.</summary>
    public string Mask(string text)
    {
        foreach (string form in _forms)
        {
            text = text.Replace(form, FmeSecret.Mask, StringComparison.Ordinal);
        }

        return text;
    }

    public override string ToString() => FmeSecret.Mask;
}
