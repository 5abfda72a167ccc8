namespace FmeTyped.Tool.SchemaFiles;

/// <summary>The order of keys in a schema file. Servers send keys in any order, and a diff should show only changes.</summary>
internal static class KeyOrder
{
    // The keys that people look for come first, long ones last, and all others in between in ordinal order.
    private static readonly string[] First =
    [
        "name", "type", "model", "description", "prompt", "caption", "display", "value", "optional", "required", "defaultValue", "defaultWithheld",
        "minimum", "minimumExclusive", "maximum", "maximumExclusive", "decimalPrecision", "multipleOf",
    ];

    private static readonly string[] Last = ["listOptions", "choiceSettings", "choices", "parameters"];

    private static readonly string[] Root = ["$schema", "format", "workspaces"];

    private static readonly string[] Workspace = ["repository", "workspace", "title", "description", "services", "parameters", "csharp"];

    public static IComparer<string> OfRecords { get; } = Comparer<string>.Create(Compare);

    public static IComparer<string> OfRoot { get; } = Listed(Root);

    /// <summary>The keys of a workspace; the team's own keys keep their order.</summary>
    public static IComparer<string> OfWorkspace { get; } = Listed(Workspace);

    private static int Compare(string? left, string? right)
    {
        int byRank = Rank(left!).CompareTo(Rank(right!));
        return byRank != 0 ? byRank : string.CompareOrdinal(left, right);
    }

    private static int Rank(string key)
    {
        int first = Array.IndexOf(First, key);
        int last = Array.IndexOf(Last, key);
        return first >= 0 ? first : First.Length + 1 + last;
    }

    private static Comparer<string> Listed(string[] keys) => Comparer<string>.Create((left, right) =>
        RankIn(keys, left!).CompareTo(RankIn(keys, right!)));

    private static int RankIn(string[] keys, string key) => Array.IndexOf(keys, key) is var rank and >= 0 ? rank : keys.Length;
}
