using FmeTyped.Generator.Analyzers;
using FmeTyped.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace FmeTyped.Generator.Tests.Analyzers;

/// <summary>FME1010 to FME1014: constants that a request is filled with.</summary>
public class RequestValuesAnalyzerTests
{
    private static readonly string Order = Sample.From(Sample.Workspace(
        "order.fmw",
        """{ "name": "SIZE", "type": "number", "prompt": "Size", "required": false, "multipleOf": 1, "minimum": 0, "minimumExclusive": true, "maximum": """
            + """10, "defaultValue": "5" }""",
        """{ "name": "SHARE", "type": "number", "prompt": "Share", "required": false, "multipleOf": 0.01, "minimum": -1, "maximum": 1,"""
            + """ "maximumExclusive": true }""",
        """{ "name": "FREE", "type": "number", "prompt": "Free", "required": false }""",
        """{ "name": "WIDTH\u202E", "type": "number", "prompt": "Width", "required": false, "maximum": 10 }""",
        """{ "name": "EXACT", "type": "dropdown", "prompt": "Exact", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A","""
            + """ "value": "a" } ] } }""",
        """{ "name": "MODE", "type": "dropdown", "prompt": "Mode", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ """
            + """{ "display": "A", "value": "a" } ] }, "defaultValue": "a" }""",
        """{ "name": "LAYERS", "type": "listbox", "prompt": "Layers", "choiceSettings": { "choiceSet": "userDefined", "choices": [ { "display": "A","""
            + """ "value": "a" } ] }, "defaultValue": [ "a" ] }""",
        """{ "name": "TYPES", "type": "listbox", "prompt": "Types", "required": false, "choiceSettings": { "choiceSet": "readerValues" } }""",
        """{ "name": "TITLE", "type": "text", "prompt": "Title", "defaultValue": "Map" }""",
        """{ "name": "REMARK", "type": "text", "prompt": "Remark", "required": false }""",
        """{ "name": "STYLE", "type": "text", "prompt": "Style", "required": false, "choiceSettings": { "choiceSet": "userDefined", "choices": [ """
            + """{ "display": "Red", "value": "red" }, { "display": "Dark", "value": "class" } ] } }""",
        """{ "name": "DAY", "type": "datetime", "prompt": "Day", "format": "date", "required": false }""",
        """{ "name": "WHEN", "type": "DATETIME", "description": "When", "defaultValue": "20260101" }""",
        """{ "name": "START", "type": "datetime", "prompt": "Start", "required": false }""",
        """{ "name": "ANGLE", "type": "number", "prompt": "Angle", "required": false, "multipleOf": 15 }""",
        """{ "name": "RATIO", "type": "number", "prompt": "Ratio", "required": false, "multipleOf": 0.25 }""",
        """{ "name": "NEVER", "type": "number", "prompt": "Never", "required": false, "minimum": 5, "maximum": 1 }""",
        """{ "name": "CRS", "type": "text", "prompt": "Crs", "required": false, "choiceSettings": { "choiceSet": "coordinateSystems" } }""",
        """{ "name": "DETAIL", "type": "text", "prompt": "Detail", "visibility": { "if": [ { "$not": { "$equals": { "parameter": "MODE", "value": "a" } """
            + """}, "then": "hiddenEnabled" } ] } }"""));

    private static readonly MetadataReference Library = AnalyzerRun.Library(Order);

    [Theory]
    [InlineData("Size = 11", "11", "Size is 11, but SIZE of Test/order.fmw takes greater than 0 and at most 10.")]
    [InlineData("Size = 0", "0", "Size is 0, but SIZE of Test/order.fmw takes greater than 0 and at most 10.")]
    [InlineData("Size = -3", "-3", "Size is -3, but SIZE of Test/order.fmw takes greater than 0 and at most 10.")]
    [InlineData("Size = Most", "Most", "Size is Most, but SIZE of Test/order.fmw takes greater than 0 and at most 10.")]
    [InlineData("Size = (int)20.5", "(int)20.5", "Size is (int)20.5, but SIZE of Test/order.fmw takes greater than 0 and at most 10.")]
    [InlineData("Share = 1", "1", "Share is 1, but SHARE of Test/order.fmw takes at least -1 and less than 1.")]
    [InlineData("Share = -1.5", "-1.5", "Share is -1.5, but SHARE of Test/order.fmw takes at least -1 and less than 1.")]
    [InlineData("Share = 0.123", "0.123", "Share is 0.123, but SHARE of Test/order.fmw takes at most 2 decimal places.")]
    [InlineData("Angle = 50", "50", "Angle is 50, but ANGLE of Test/order.fmw takes multiples of 15.")]
    [InlineData("Ratio = 0.3", "0.3", "Ratio is 0.3, but RATIO of Test/order.fmw takes multiples of 0.25.")]
    [InlineData("Free = double.NaN", "double.NaN", "Free is double.NaN, but FREE of Test/order.fmw takes a finite number.")]
    [InlineData("Width = 11", "11", "Width is 11, but WIDTH<U+202E> of Test/order.fmw takes at most 10.")]
    public async Task A_number_outside_the_limits(string member, string code, string message)
    {
        Assert.Equal([new("FME1010", code, message + " The request would be refused before it is sent.")], await In(member));
    }

    [Theory]
    [InlineData("Size = 10")]
    [InlineData("Size = 1")]
    [InlineData("Size = size")]
    [InlineData("Size = FmeBlank.Value")]
    [InlineData("Size = default")]
    [InlineData("Share = -1")]
    [InlineData("Share = 0.12")]
    [InlineData("Share = null")]
    [InlineData("Angle = -45")]
    [InlineData("Ratio = 1.75")]
    [InlineData("Free = -1e300")]
    [InlineData("Never = 3")]
    public async Task A_number_within_the_limits_or_not_known(string member)
    {
        Assert.Empty(await In(member));
    }

    [Fact]
    public async Task A_copy_is_looked_at_as_well()
    {
        AnalyzerRun.Finding found =
            Assert.Single(await Run("internal static class User { public static Order Copy(Order order) => order with { Size = 11 }; }"));

        Assert.Equal(("FME1010", "11"), (found.Id, found.Code));
    }

    [Theory]
    [InlineData(
        "Layers = []",
        "[]",
        "Layers is an empty list, but LAYERS of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "Layers = new LayersOption[0]",
        "new LayersOption[0]",
        "Layers is an empty list, but LAYERS of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "Layers = new List<LayersOption>()",
        "new List<LayersOption>()",
        "Layers is an empty list, but LAYERS of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "Layers = Array.Empty<LayersOption>()",
        "Array.Empty<LayersOption>()",
        "Layers is an empty list, but LAYERS of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "Title = \"\"",
        "\"\"",
        "Title is empty, but TITLE of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "Title = string.Empty",
        "string.Empty",
        "Title is empty, but TITLE of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    [InlineData(
        "When = FmeBlank.Value",
        "FmeBlank.Value",
        "When is blank, but WHEN of Test/order.fmw may not be blank. Give it a value, or leave the property out to leave it to the server.")]
    public async Task A_blank_where_none_may_be(string member, string code, string message)
    {
        Assert.Equal([new("FME1011", code, message)], await In(member));
    }

    [Fact]
    public async Task A_blank_for_what_has_to_be_set()
    {
        string form = Sample.From(Sample.Workspace("form.fmw", """{ "name": "PARCEL", "type": "text", "prompt": "Parcel" }"""));

        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.From(
            new RequestValuesAnalyzer(), form, "internal static class User { public static App.Fme.Test.Form Make() => new() { Parcel = \"\" }; }");

        Assert.Equal([new("FME1011", "\"\"", "Parcel is empty, but PARCEL of Test/form.fmw may not be blank. Give it a value.")], found);
    }

    [Theory]
    [InlineData("Types = []")]
    [InlineData("Layers = [.. layers]")]
    [InlineData("Layers = new LayersOption[] { LayersOption.A }")]
    [InlineData("Layers = new List<LayersOption>(layers)")]
    [InlineData("Layers = new List<LayersOption> { LayersOption.A }")]
    [InlineData("Layers = null")]
    [InlineData("Remark = \"\"")]
    [InlineData("Title = \"A\"")]
    [InlineData("Detail = \"\"")]
    public async Task A_blank_where_one_may_be_and_what_is_none(string member)
    {
        Assert.Empty(await In(member));
    }

    [Theory]
    [InlineData("Day = new TimeOnly(9, 30)", "A TimeOnly is not a valid value of DAY of Test/order.fmw: it takes a date, such as a DateOnly")]
    [InlineData("Day = DateTime.UnixEpoch", "A DateTime is not a valid value of DAY of Test/order.fmw: it takes a date, such as a DateOnly")]
    [InlineData(
        "Start = DateTimeOffset.UnixEpoch",
        "A DateTimeOffset is not a valid value of START of Test/order.fmw: "
        + "it takes a local time without an offset from UTC, such as the DateTime of a DateTimeOffset")]
    public async Task A_time_for_a_date(string member, string message)
    {
        Assert.Equal([new("FME1012", member.Split(" = ")[1], message)], await In(member));
    }

    [Theory]
    [InlineData("Day = new DateOnly(2026, 1, 31)")]
    [InlineData("Day = FmeBlank.Value")]
    [InlineData("When = new TimeOnly(9, 30)")]
    [InlineData("When = DateTimeOffset.UnixEpoch")]
    [InlineData("Start = DateTime.UnixEpoch")]
    public async Task A_date_for_a_date_and_any_form_where_any_will_do(string member)
    {
        Assert.Empty(await In(member));
    }

    [Theory]
    [InlineData("LL84 ")]
    [InlineData("EPSG:LL84")]
    public async Task A_text_that_can_be_no_coordinate_system(string text)
    {
        Assert.Equal(
            [new("FME1012", $"\"{text}\"", $"'{text}' is not a valid coordinate system: {CoordinateSystemText.Expected}")], await In($"Crs = \"{text}\""));
    }

    [Theory]
    [InlineData("Crs = \"EPSG:32614\"")]
    [InlineData("Crs = \"UTM84-14N\"")]
    [InlineData("Crs = \"\"")]
    [InlineData("Crs = remark")]
    public async Task A_text_that_can_be_a_coordinate_system_or_is_not_known(string member)
    {
        Assert.Empty(await In(member));
    }

    [Theory]
    [InlineData("Style = \"rde\"", "\"rde\"", "'rde' is not one of the options that STYLE of Test/order.fmw suggests. Did you mean 'red'?")]
    [InlineData("Style = \"Red\"", "\"Red\"", "'Red' is not one of the options that STYLE of Test/order.fmw suggests. Did you mean 'red'?")]
    [InlineData(
        "Style = new StyleOption(\"rde\")",
        "new StyleOption(\"rde\")",
        "'rde' is not one of the options that STYLE of Test/order.fmw suggests. Did you mean 'red'?")]
    [InlineData("Style = \"turquoise\"", "\"turquoise\"", "'turquoise' is not one of the options that STYLE of Test/order.fmw suggests; any text is allowed")]
    public async Task A_text_that_is_not_suggested(string member, string code, string message)
    {
        Assert.Equal([new("FME1013", code, message)], await In(member));
    }

    [Theory]
    [InlineData("Style = \"red\"")]
    [InlineData("Style = StyleOption.Red")]
    [InlineData("Style = \"\"")]
    [InlineData("Style = remark")]
    public async Task A_text_that_is_suggested_or_not_known(string member)
    {
        Assert.Empty(await In(member));
    }

    [Theory]
    [InlineData("Exact = default", "default", "Use an option")]
    [InlineData("Exact = default(ExactOption)", "default(ExactOption)", "Use an option")]
    [InlineData("Exact = new()", "new()", "Use an option")]
    [InlineData("Exact = (ExactOption)7", "(ExactOption)7", "Use an option")]
    public async Task The_default_or_a_number_as_an_option(string member, string code, string remedy)
    {
        string message = $"'{code}' is not an option of Order.ExactOption, so the request would be refused before it is sent. {remedy}.";

        Assert.Equal([new("FME1014", code, message)], await Run(Code($"new Order {{ {member} }}")));
    }

    [Fact]
    public async Task The_default_where_a_property_may_be_unset()
    {
        const string Message =
            "'default(ModeOption)' is not an option of Order.ModeOption, so the request would be refused before it is sent. Use an option, or leave the "
                + "property out to leave it unset.";

        Assert.Equal([new("FME1014", "default(ModeOption)", Message)], await In("Mode = default(ModeOption)"));
    }

    [Theory]
    [InlineData("Layers = [LayersOption.A, default]", "default")]
    [InlineData("Layers = new[] { default(LayersOption) }", "default(LayersOption)")]
    [InlineData("Layers = [(LayersOption)7]", "(LayersOption)7")]
    public async Task The_default_in_a_list(string member, string code)
    {
        AnalyzerRun.Finding found = Assert.Single(await In(member));

        Assert.Equal(("FME1014", code), (found.Id, found.Code));
    }

    [Theory]
    [InlineData("Mode = default")]
    [InlineData("Mode = null")]
    [InlineData("Mode = ModeOption.A")]
    [InlineData("Layers = [LayersOption.A]")]
    [InlineData("Layers = default")]
    public async Task An_option_and_what_leaves_a_property_unset(string member)
    {
        Assert.Empty(await In(member));
    }

    [Fact]
    public async Task Other_records_and_enums_are_left_alone()
    {
        Assert.Empty(await Run("""
            internal sealed record Own { public long Size { get; init; } public DayOfWeek Day { get; init; } public string Title { get; init; } = "x"; }
            internal static class User { public static Own Make() => new() { Size = 11, Day = (DayOfWeek)99, Title = "" }; }
            """));
    }

    [Fact]
    public async Task What_a_project_adds_to_a_request_is_its_own()
    {
        Assert.Empty(await AnalyzerRun.From(new RequestValuesAnalyzer(), Order, Usings + """
            namespace App.Fme.Test { public sealed partial record Order { internal long Extra { get; init; } } }
            internal static class User { public static Order Make() => new() { Exact = ExactOption.A, Extra = -1 }; }
            """));
    }

    private static Task<IReadOnlyList<AnalyzerRun.Finding>> In(string member) => Run(Code($"new Order {{ Exact = ExactOption.A, {member} }}"));

    // In the project that generates the requests, and in one that references it, the same is reported.
    private static async Task<IReadOnlyList<AnalyzerRun.Finding>> Run(string code)
    {
        IReadOnlyList<AnalyzerRun.Finding> found = await AnalyzerRun.From(new RequestValuesAnalyzer(), Order, Usings + code);
        Assert.Equal(found, await AnalyzerRun.From(new RequestValuesAnalyzer(), null, Usings + code, [Library]));
        return found;
    }

    private static string Code(string request) => $$"""
        internal static class User
        {
            private const int Most = 999;
            public static int Unused => Most;
            public static Order Make(long size, string remark, IEnumerable<LayersOption> layers) => {{request}};
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using App.Fme.Test;
        using FmeTyped;
        using static App.Fme.Test.Order;

        """;
}
