namespace FmeTyped.Tool.Masking;

/// <summary>The users that were seen.</summary>
internal sealed class KnownUsers : KnownNames
{
    public const string Prefix = "user-";

    protected override string Create(string name, int number) => $"{Prefix}{number}";

    protected override bool IsWord(string name) => base.IsWord(name) && !name.Equals("user", StringComparison.OrdinalIgnoreCase);
}
