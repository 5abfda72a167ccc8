using System.Text.Encodings.Web;
using System.Text.Json;

namespace FmeTyped;

/// <summary>A secret in every form in which a text can hold it: as it is, and as JSON, addresses and forms write it.</summary>
internal sealed class SecretText(string secret)
{
    private HashSet<string>? _forms;

    public bool Is(string other) => other == secret;

    /// <summary>The text with a mask in the secret's place.</summary>
    public string Mask(string text)
    {
        foreach (string form in _forms ??= FormsOf(secret))
        {
            text = text.Replace(form, FmeSecret.Mask, StringComparison.Ordinal);
        }

        return text;
    }

    public override string ToString() => FmeSecret.Mask;

    private static HashSet<string> FormsOf(string secret)
    {
        string escaped = Uri.EscapeDataString(secret);
        var forms = new HashSet<string>(StringComparer.Ordinal)
        {
            secret,
            JsonEncodedText.Encode(secret).ToString(),
            JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            escaped,
            escaped.Replace("%20", "+", StringComparison.Ordinal),
        };
        forms.Remove("");
        return forms;
    }
}
