namespace FmeTyped;

/// <summary>The names that a transformation service takes for instructions and not for published parameters. Their prefixes are in lower case.</summary>
internal static class InstructionNames
{
    private const string Notification = "nm_";

    /// <summary>Whether a name is one of them. A token would even be one to log in with.</summary>
    public static bool Contain(string name) =>
        name is "token"
        || name.StartsWith("opt_", StringComparison.Ordinal)
        || name.StartsWith("tm_", StringComparison.Ordinal)
        || name.StartsWith(Notification, StringComparison.Ordinal);

    /// <summary>The name of a directive for those who are notified.</summary>
    public static string OfDirective(string name) => name.StartsWith(Notification, StringComparison.Ordinal) ? name : Notification + name;
}
