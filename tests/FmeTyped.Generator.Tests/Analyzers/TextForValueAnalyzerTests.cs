using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1016: text where a value is needed, which the compiler refuses without saying what to do.</summary>
public class TextForValueAnalyzerTests
{
    private const string File =
        "Text does not convert to FmeFile. Use FmeFile.OnServer for a path on the server, FmeFile.FromPath for a file of this machine, or FmeFile.FromUrl.";

    private static readonly string Order = Sample.From(Sample.Workspace(
        "order.fmw",
        """{ "name": "SOURCE", "type": "file", "prompt": "Source", "required": false, "accessMode": "read" }""",
        """{ "name": "SOURCES", "type": "file", "prompt": "Sources", "required": false, "accessMode": "read", "selectMultiple": true }""",
        """{ "name": "TARGET", "type": "file", "prompt": "Target", "required": false, "accessMode": "read", "itemsToSelect": "folders" }""",
        """{ "name": "TINT", "type": "color", "prompt": "Tint", "required": false }""",
        """{ "name": "DAY", "type": "datetime", "prompt": "Day", "required": false }""",
        """{ "name": "AREA", "type": "geometry", "prompt": "Area", "required": false }""",
        """{ "name": "NOTE", "type": "text", "prompt": "Note", "required": false }""",
        """{ "name": "SECRET", "type": "password", "prompt": "Secret", "required": false }""",
        """{ "name": "CRS", "type": "text", "prompt": "Crs", "required": false, "choiceSettings": { "choiceSet": "coordinateSystems" } }""",
        """{ "name": "LAYERS", "type": "listbox", "prompt": "Layers", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ """
            + """{ "display": "All roads", "value": "roads" } ] } }""",
        """{ "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ """
            + """{ "display": "Exact mode", "value": "exact" }, { "display": "Fast mode", "value": "fast" } ] } }"""));

    [Theory]
    [InlineData("new Order { Source = \"a.txt\" }", "\"a.txt\"", File)]
    [InlineData("new Order { Source = text }", "text", File)]
    [InlineData("new Order { Sources = [\"a.txt\"] }", "\"a.txt\"", File)]
    [InlineData("order with { Source = $\"{text}.txt\" }", "$\"{text}.txt\"", File)]
    [InlineData(
        "new Order { Target = \"/data\" }",
        "\"/data\"",
        "Text does not convert to FmeFolder. Use FmeFolder.OnServer for a path on the server, or FmeFolder.FromPath for a folder of this machine.")]
    [InlineData(
        "new Order { Tint = \"#ff0000\" }",
        "\"#ff0000\"",
        "Text does not convert to FmeColor. Use FmeColor.FromRgb(255, 0, 0), or FmeColor.Parse for a text such as \"#ff0000\".")]
    [InlineData(
        "new Order { Day = \"20260131\" }",
        "\"20260131\"",
        "Text does not convert to FmeDateTime. Use new DateOnly(2026, 1, 31), a DateTime, or FmeDateTime.Parse for a text such as \"20260131\".")]
    [InlineData(
        "new Order { Area = \"POINT (1 2)\" }",
        "\"POINT (1 2)\"",
        "Text does not convert to FmeGeometry. Use FmeGeometry.FromGeoJson, FmeGeometry.FromWkt or FmeGeometry.BoundingBox.")]
    [InlineData("new Order { Mode = \"exact\" }", "\"exact\"", "Text does not convert to Order.ModeOption. Use ModeOption.Exact.")]
    [InlineData("new Order { Mode = \"something\" }", "\"something\"", "Text does not convert to Order.ModeOption. Use one of its options.")]
    [InlineData("new Order { Layers = [\"roads\"] }", "\"roads\"", "Text does not convert to Order.LayersOption. Use LayersOption.Roads.")]
    [InlineData("new Func<FmeFile>(() => \"a.txt\")", "\"a.txt\"", File)]
    public async Task Text_for_a_value_is_told_what_makes_one(string expression, string code, string message)
    {
        Assert.Equal([new("FME1016", code, message)], await Run(expression));
    }

    [Theory]
    [InlineData("new Order { Note = \"a\", Secret = \"b\", Crs = \"LL84\" }")]
    [InlineData("new Order { Source = FmeFile.OnServer(\"a.txt\"), Sources = [FmeFile.OnServer(\"a.txt\")], Mode = ModeOption.Exact }")]
    [InlineData("new Order { Source = 7 }")]
    [InlineData("new Uri[] { \"a\" }")]
    [InlineData("(System.DayOfWeek)\"Monday\"")]
    public async Task Text_that_converts_and_other_errors(string expression)
    {
        Assert.Empty(await Run(expression));
    }

    private static async Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string expression)
    {
        string code = $$"""
            using System;
            using App.Fme.Test;
            using FmeTyped;
            using static App.Fme.Test.Order;

            internal static class User
            {
                public static object Make(Order order, string text) => {{expression}};
            }
            """;
        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.OverErrors(new TextForValueAnalyzer(), Order, code);
        Assert.Equal(found, await AnalyzerRun.OverErrors(new TextForValueAnalyzer(), null, code, [Library]));
        return found;
    }

    private static readonly MetadataReference Library = AnalyzerRun.Library(Order);
}
