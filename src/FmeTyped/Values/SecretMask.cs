namespace FmeTyped;

/// <summary>What stands for a secret in texts.</summary>
internal static class SecretMask
{
    public const string Text = "***";
}
