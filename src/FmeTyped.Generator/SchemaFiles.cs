using System;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FmeTyped.Generator;

/// <summary>Selects the schema files among a project's additional files.</summary>
internal static class SchemaFiles
{
    // The package's targets mark the files; the name is for hosts that pass files without metadata.
    public static bool Contain(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        if (options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.FmeTypedSchema", out string? mark) &&
            string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string name = Path.GetFileName(file.Path);
        return string.Equals(name, "workspaces.json", StringComparison.OrdinalIgnoreCase) ||
            name.EndsWith(".workspaces.json", StringComparison.OrdinalIgnoreCase);
    }
}
