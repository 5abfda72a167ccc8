using System.Collections.Generic;
using System.Collections.Immutable;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Generator;

/// <summary>Finds workspaces that are in two schema files, and reports both locations. The reader finds duplicates within one file.</summary>
internal static class DuplicateWorkspaces
{
    public static EquatableArray<DiagnosticInfo> In(ImmutableArray<ParsedSchema> files)
    {
        if (files.Length < 2)
        {
            return default;
        }

        ImmutableArray<ParsedSchema> ordered = files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        var first = new Dictionary<(string, string), LocationInfo>();
        var problems = new List<DiagnosticInfo>();
        foreach (ParsedSchema file in ordered)
        {
            for (int i = 0; i < file.Workspaces.Count; i++)
            {
                Workspace workspace = file.Workspaces[i];
                LocationInfo place = file.Places[i];
                if (!first.TryGetValue((workspace.Repository, workspace.Name), out LocationInfo earlier))
                {
                    first.Add((workspace.Repository, workspace.Name), place);
                    continue;
                }

                EquatableArray<string> arguments = EquatableArray.From($"{workspace.Repository}/{workspace.Name}", earlier.ToString());
                problems.Add(new DiagnosticInfo(new SchemaProblem(SchemaRules.DuplicateWorkspace, new TextSpan(place.Start, place.Length), arguments), place));
            }
        }

        return EquatableArray.From(problems);
    }
}
