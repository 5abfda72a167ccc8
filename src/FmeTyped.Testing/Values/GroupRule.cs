namespace FmeTyped.Testing;

/// <summary>
/// Groups with a value. "A Checkable group has a value YES or NO under its own name; unchecked disables all members." With <c>radioParameter</c> "the
/// group's value is the name of the chosen member, or that member's radioValue".
/// </summary>
internal static class GroupRule
{
    public const string Unchecked = "NO";

    private const string Checked = "YES";

    public static string? FindProblem(SpecifiedParameter group, string text)
    {
        string[] values = group.IsRadio ? [.. Members(group).SelectMany(Names)] : [Checked, Unchecked];
        return values.Contains(text) ? null : $"'{text}' is none of its options: {string.Join(", ", values.Select(value => $"'{value}'"))}.";
    }

    /// <summary>Whether a group's value includes a member; null if there is no value that decides it.</summary>
    public static bool? Takes(SpecifiedParameter group, SpecifiedParameter member, string? value) =>
        !group.HoldsValue ? true
        : string.IsNullOrEmpty(value) ? null
        : group.IsRadio ? Names(member).Contains(value)
        : value == Checked;

    private static IEnumerable<SpecifiedParameter> Members(SpecifiedParameter group) =>
        group.Record.Items("parameters").Select(record => new SpecifiedParameter(record, group, group.SaysForm));

    private static string[] Names(SpecifiedParameter member) => member.Record.Find("radioValue")?.AsText() is { } value ? [member.Name, value] : [member.Name];
}
