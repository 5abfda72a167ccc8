using System;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Analyzers;

/// <summary>
/// Recognizes test projects. They act as servers, search for tokens in URLs and submit jobs that nobody waits for, all on purpose.
/// </summary>
internal static class TestProject
{
    private static readonly string[] Frameworks =
    [
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    ];

    public static bool Is(Compilation compilation)
    {
        foreach (AssemblyIdentity reference in compilation.ReferencedAssemblyNames)
        {
            if (Array.IndexOf(Frameworks, reference.Name) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
