namespace FmeTyped;

/// <summary>Takes the token out of texts that came from elsewhere, in case they echo it.</summary>
internal sealed class Redactor(string token)
{
    public string Redact(string text) => text.Replace(token, "***", StringComparison.Ordinal);
}
