using System.CommandLine;

namespace FmeTyped.Tool.Commands;

/// <summary>How a schema file is updated.</summary>
/// <param name="Schema">The schema file.</param>
/// <param name="KeepsSurface">Whether the names and types that callers have are frozen.</param>
/// <param name="IsDryRun">Whether nothing is written.</param>
internal sealed record UpdateOptions(string Schema, bool KeepsSurface, bool IsDryRun)
{
    public static Option<bool> KeepSurface() => new("--keep-surface")
    {
        Description = "Keep the names and types that the C# has, by choices under csharp where they would change.",
    };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Print what would change, and write nothing." };
}
