namespace FmeTyped;

/// <summary>The names that a transformation service treats as instructions and not as published parameters. Their prefixes are in lower case.</summary>
internal static class InstructionNames
{
    private const string Notification = "nm_";

    /// <summary>Whether a name is an instruction. The name of the token would even log a user in.</summary>
    public static bool Contain(string name) =>
        name is "token"
        || name.StartsWith("opt_", StringComparison.Ordinal)
        || name.StartsWith("tm_", StringComparison.Ordinal)
        || name.StartsWith(Notification, StringComparison.Ordinal);

    /// <summary>The name of a directive for the subscribers of the topics.</summary>
    public static string OfDirective(string name) => name.StartsWith(Notification, StringComparison.Ordinal) ? name : Notification + name;
}
