using System.CommandLine;

namespace FmeTyped.Tool.Commands;

/// <summary>How a schema file is updated.</summary>
/// <param name="Schema">The schema file.</param>
/// <param name="KeepsApi">Whether the C# names and types that callers use are preserved.</param>
/// <param name="IsDryRun">Whether nothing is written.</param>
internal sealed record UpdateOptions(string Schema, bool KeepsApi, bool IsDryRun)
{
    public static Option<bool> KeepApi() => new("--keep-api")
    {
        Description = "Preserve the current C# names and types, by adding choices under csharp where they would change.",
    };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Print what would change, and write nothing." };
}
