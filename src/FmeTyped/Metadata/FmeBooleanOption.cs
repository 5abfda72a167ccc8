namespace FmeTyped.Metadata;

/// <summary>The numbers of the two options of a yes/no choice.</summary>
internal static class FmeBooleanOption
{
    public const int Yes = 1;
    public const int No = 2;

    public static int NumberOf(bool value) => value ? Yes : No;
}
