using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Reading;

public class CSharpOverridesTests
{
    private const string Parameters = """
        { "name": "MODE", "type": "CHOICE", "model": "string", "defaultValue": "f", "listOptions": [ { "value": "f" }, { "value": "e" } ] },
        { "name": "NOTE", "type": "TEXT", "model": "string", "description": "<fr>Entier</fr><en>Integer</en>:", "defaultValue": "" },
        { "name": "API_TOKEN", "type": "TEXT", "model": "string", "optional": true }
        """;

    [Fact]
    public void Names_namespace_required_and_options_are_taken_over()
    {
        Workspace workspace = Read("""
            { "name": "Download", "namespace": "City.Maps",
              "parameters": { "MODE": { "name": "Speed", "required": true, "options": { "f": "Fast" } } } }
            """);

        Assert.Equal("Download", workspace.CSharpName);
        Assert.Equal("City.Maps", workspace.CSharpNamespace);
        Parameter mode = workspace.Parameters[0];
        Assert.Equal("Speed", mode.CSharpName);
        Assert.True(mode.IsRequiredMember);
        Assert.Equal(["Fast", null], mode.Choices.Select(choice => choice.CSharpName));
    }

    [Theory]
    [InlineData("integer", nameof(ParameterKind.Integer))]
    [InlineData("date", nameof(ParameterKind.DateTime))]
    [InlineData("geoJson", nameof(ParameterKind.Geometry))]
    [InlineData("secret", nameof(ParameterKind.Secret))]
    [InlineData("file", nameof(ParameterKind.File))]
    public void A_text_parameter_can_be_given_the_type_it_really_has(string type, string expected) =>
        Assert.Equal(expected, Read($$"""{ "parameters": { "NOTE": { "type": "{{type}}" } } }""").Parameters[1].Kind.ToString());

    [Fact]
    public void A_text_parameter_can_hold_json_of_a_type_of_ones_own()
    {
        Workspace workspace = Read("""{ "parameters": { "NOTE": { "type": { "json": "App.Area", "typeInfo": "App.Json.Default.Area" } } } }""");

        Assert.Equal(new JsonType("App.Area", "App.Json.Default.Area"), workspace.Parameters[1].CSharpJson);
    }

    [Fact]
    public void A_name_that_says_secret_makes_a_secret_until_told_otherwise()
    {
        Assert.Equal(ParameterKind.Secret, Read("{}").Parameters[2].Kind);
        Assert.Equal(ParameterKind.Text, Read("""{ "parameters": { "API_TOKEN": { "secret": false } } }""").Parameters[2].Kind);
    }

    [Fact]
    public void Of_what_is_no_text_only_a_password_can_be_told_to_be_no_secret()
    {
        const string Password = """{ "name": "KEY", "type": "PASSWORD" }""";

        Assert.Equal(ParameterKind.Secret, Read("{}", Password).Parameters[0].Kind);
        Assert.Equal(ParameterKind.Text, Read("""{ "parameters": { "KEY": { "secret": false } } }""", Password).Parameters[0].Kind);
        Assert.Equal(ParameterKind.Choice, Read("""{ "parameters": { "MODE": { "secret": false } } }""").Parameters[0].Kind);
    }

    [Theory]
    [InlineData(""" "checkedValue": "ON" """, "ON NEIN")]
    [InlineData(""" "uncheckedValue": "OFF" """, "JA OFF")]
    public void What_a_checkbox_sends_can_be_told_in_the_place_of_its_record(string record, string texts)
    {
        Workspace workspace = Read(
            $$"""{ "parameters": { "BOX": { "record": { {{record}} } } } }""",
            """{ "name": "BOX", "type": "checkbox", "prompt": "", "checkedValue": "JA", "uncheckedValue": "NEIN" }""");

        Assert.Equal(texts, string.Join(' ', workspace.Parameters[0].Choices.Select(choice => choice.Value)));
    }

    [Theory]
    [InlineData(null, "Integer:")]
    [InlineData("fr", "Entier:")]
    [InlineData("de", "Integer:")]
    public void Prompts_in_several_languages_are_shown_in_one(string? language, string expected)
    {
        string csharp = language is null ? "{}" : $$"""{ "language": "{{language}}" }""";

        Assert.Equal(expected, Read(csharp).Parameters[1].Prompt);
    }

    [Theory]
    [InlineData("<b>bold</b> text", "<b>bold</b> text")]
    [InlineData("a < b <en>x</en>", "a < b x")]
    [InlineData("<fr>un</fr> ou <en>one</en>", "un ou <en>one</en>")]
    [InlineData("<fr>un</fr><de>eins</de>", "un")]
    [InlineData("<en>open", "<en>open")]
    [InlineData("", "")]
    public void Other_markup_is_text(string text, string expected) => Assert.Equal(expected, MultilingualText.Pick(text, null));

    [Theory]
    [InlineData("""{ "nmae": "X" }""", "FME0010", "Did you mean 'name'?")]
    [InlineData("""{ "parameters": { "MODES": {} } }""", "FME0010", "Did you mean 'MODE'?")]
    [InlineData("""{ "parameters": { "MODE": { "options": { "g": "G" } } } }""", "FME0010", "the parameter MODE does not have")]
    [InlineData("""{ "name": "1st" }""", "FME0012", "is no C# identifier; 'Test' is used")]
    [InlineData("""{ "parameters": { "MODE": { "name": "ToString" } } }""", "FME0012", "every generated type has")]
    [InlineData("""{ "parameters": { "MODE": { "name": "X" }, "NOTE": { "name": "X" } } }""", "FME0012", "is given twice")]
    [InlineData("""{ "namespace": "A..B" }""", "FME0012", "is no C# namespace")]
    [InlineData("""{ "parameters": { "NOTE": { "type": "Date" } } }""", "FME0020", "Did you mean 'date'?")]
    [InlineData("""{ "parameters": { "MODE": { "type": "date" } } }""", "FME0020", "this one is CHOICE")]
    [InlineData("""{ "parameters": { "MODE": { "secret": true } } }""", "FME0020", "this one is CHOICE")]
    [InlineData("""{ "parameters": { "NOTE": { "type": { "json": "App.Area", "typeInfo": "new()" } } } }""", "FME0020", "JsonTypeInfo")]
    [InlineData("""{ "parameters": [] }""", "FME0004", "an object")]
    [InlineData("5", "FME0004", "an object")]
    public void What_cannot_be_applied_is_reported(string csharp, string id, string message)
    {
        SchemaFile file = SchemaFileReader.Read(SchemaWith(csharp));

        Assert.Contains(file.Problems, problem => problem.Rule.Id == id && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Single(file.Workspaces);
    }

    [Fact]
    public void Of_very_many_misspelt_names_the_first_twenty_get_a_hint()
    {
        string names = string.Join(", ", Enumerable.Range(10, 21).Select(number => $"\"MODE{number}\": {{}}"));

        EquatableArray<SchemaProblem> problems = SchemaFileReader.Read(SchemaWith($$"""{ "parameters": { {{names}} } }""")).Problems;

        Assert.Equal(
            [.. Enumerable.Repeat(true, 20), false],
            problems.Select(problem => problem.Message.EndsWith(". Did you mean 'MODE'?", StringComparison.Ordinal)));
    }

    private static Workspace Read(string csharp, string parameters = Parameters)
    {
        SchemaFile file = SchemaFileReader.Read(SchemaWith(csharp, parameters));
        Assert.Empty(file.Problems.Select(problem => problem.Message));
        return Assert.Single(file.Workspaces);
    }

    private static string SchemaWith(string csharp, string parameters = Parameters) =>
        $$"""{ "format": 1, "workspaces": [ { "repository": "R", "workspace": "test.fmw", "csharp": {{csharp}}, "parameters": [ {{parameters}} ] } ] }""";
}
