namespace FmeTyped.Tests.Server;

internal static class Tokens
{
    /// <summary>A token that occurs nowhere else, so that a text that holds it has it from the client.</summary>
    public const string Marker = "04168b98MARKERddbfcde410f7a1";
}
