namespace FmeTyped;

/// <summary>Tells by the name of a parameter that its value is a secret, where nothing else tells.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["pass", "pwd", "secret", "token", "apikey", "api_key", "credential"];

    public static bool Has(string name) => Array.Exists(Words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
