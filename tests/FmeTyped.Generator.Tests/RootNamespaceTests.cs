using FmeTyped.Generator.Tests.Harness;

namespace FmeTyped.Generator.Tests;

/// <summary>A project's name is its root namespace where nobody says otherwise, and may be any name of a file. Each run compiles.</summary>
public class RootNamespaceTests
{
    [Theory]
    [InlineData("my-app", "my_app.Fme.Test")]
    [InlineData("2024-Import", "_2024_Import.Fme.Test")]
    [InlineData("Acme.2024.Im port", "Acme._2024.Im_port.Fme.Test")]
    [InlineData("my.class", "my.@class.Fme.Test")]
    [InlineData("my.@class", "my.@class.Fme.Test")]
    [InlineData("nameof.Tools", "nameof.Tools.Fme.Test")]
    [InlineData("2024.Import", "_2024.Import.Fme.Test")]
    [InlineData("Größe.区域", "Größe.区域.Fme.Test")]
    [InlineData("app😀", "app_.Fme.Test")]
    [InlineData("a..b", "a._.b.Fme.Test")]
    [InlineData("C++ & C#", "C_____C_.Fme.Test")]
    [InlineData("System", "System.Fme.Test")]
    [InlineData("FmeTyped", "FmeTyped.Fme.Test")]
    [InlineData("Fme", "Fme.Fme.Test")]
    [InlineData("global", "global.Fme.Test")]
    [InlineData(".", "_._.Fme.Test")]
    [InlineData("", "Fme.Test")]
    [InlineData("  ", "Fme.Test")]
    public void A_project_of_any_name_compiles(string rootNamespace, string expected)
    {
        string schema = Sample.From(Sample.Workspace("orders.fmw", Sample.Text("NOTE"), Sample.Choice("MODE", "a", "b"), Sample.OpenChoice("STYLE", "red")));

        GeneratorRun run = GeneratorRun.From(
            [new SchemaText("workspaces.json", schema)],
            $$"""
            using {{expected}};
            /// <summary>A caller.</summary>
            public static class Caller
            {
                /// <summary>Makes one.</summary>
                public static Orders Make() => new() { Mode = Orders.ModeOption.A, Style = "red" };
            }
            """,
            properties: ("RootNamespace", rootNamespace));

        Assert.Empty(run.Diagnostics);
        Assert.Contains($"\nnamespace {expected}\n", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
    }
}
