using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Harness;

/// <summary>Looks through all that the steps keep between runs.</summary>
internal static class TrackedValues
{
    /// <summary>Fails where a step keeps a Roslyn object, which would keep whole compilations alive and never compare equal.</summary>
    public static void AssertFreeOfRoslyn(GeneratorRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in WorkspaceGenerator.Steps.All.Where(result.TrackedSteps.ContainsKey))
        {
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
            {
                AssertFree(value, step, seen);
            }
        }
    }

    private static void AssertFree(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(value.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                AssertFree(item, path + "[]", seen);
            }

            return;
        }

        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            AssertFree(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
