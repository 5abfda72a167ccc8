using System.Globalization;
using System.Text.RegularExpressions;

namespace FmeTyped.Package.Tests.Harness;

/// <summary>An error as a build prints it.</summary>
/// <param name="File">The file's name and the folder it lies in; CSC for an error of the compiler that has no place.</param>
/// <param name="Line">From 1; 0 where the error has no place.</param>
/// <param name="Column">From 1; 0 where the error has no place.</param>
/// <param name="Code">Such as CS0117; empty where there is none.</param>
/// <param name="Message">The message.</param>
/// <param name="Project">The project's name.</param>
internal sealed partial record BuildError(string File, int Line, int Column, string Code, string Message, string Project)
{
    public static IReadOnlyList<BuildError> In(string output) =>
        [.. Pattern().Matches(output).Select(Read).Distinct()];

    private static BuildError Read(Match match) => new(
        string.Join('/', match.Groups["file"].Value.Split('/', '\\').TakeLast(2)),
        Number(match.Groups["line"]),
        Number(match.Groups["column"]),
        match.Groups["code"].Value,
        match.Groups["message"].Value,
        Path.GetFileNameWithoutExtension(match.Groups["project"].Value));

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(?<file>[^(\n]+?)(\((?<line>\d+),(?<column>\d+)\))?\s*: error (?<code>\w*)\s*: (?<message>[^\n]*?) \[(?<project>[^\]]+)\]\r?$",
        RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
