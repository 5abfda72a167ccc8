using FmeTyped.Schema.Model;
using FmeTyped.Schema.Rules;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class V4ParameterReaderTests
{
    private const string Pets = """ "choices": [{"display": "A cat", "value": "cat"}, {"display": "A dog", "value": "dog"}] """;
    private const string PetSettings = $$""" "choiceSettings": {"choiceSet": "userDefined", "sort": "noSort", {{Pets}}} """;
    private const string YesNoSettings =
        """ "choiceSettings": {"choiceSet": "userDefined", "choices": [{"display": "Oui", "value": "YES"}, {"display": "Non", "value": "NO"}]} """;

    [Theory]
    [InlineData("text", "", "Text", false)]
    [InlineData("text", """ "editor": "url" """, "Text", false)]
    [InlineData("text", """ "choiceSettings": {"choiceSet": "coordinateSystems"} """, "CoordinateSystem", false)]
    [InlineData(
        "text",
        """ "choiceSettings": {"choiceSet": "encodings", "choices": [{"display": "As the source", "value": "fme-source-encoding"}]} """,
        "OpenChoice",
        false)]
    [InlineData(
        "dropdown",
        """ "choiceSettings": {"choiceSet": "encodings", "choices": [{"display": "As the source", "value": "fme-source-encoding"}]} """,
        "Text",
        false)]
    [InlineData("text", PetSettings, "OpenChoice", false)]
    [InlineData("text", Pets, "OpenChoice", false)]
    [InlineData("coordsys", "", "CoordinateSystem", false)]
    [InlineData("number", "", "Float", false)]
    [InlineData("number", """ "multipleOf": 1 """, "Integer", false)]
    [InlineData("number", """ "multipleOf": "5" """, "Integer", false)]
    [InlineData("number", """ "multipleOf": 0.01 """, "Float", false)]
    [InlineData("range", """ "multipleOf": 1 """, "Integer", false)]
    [InlineData("dropdown", PetSettings, "Choice", false)]
    [InlineData("dropdown", Pets, "Choice", false)]
    [InlineData("dropdown", YesNoSettings, "Boolean", false)]
    [InlineData("dropdown", """ "choiceSettings": {"choiceSet": "userDefined", "choices": []} """, "Text", false)]
    [InlineData("dropdown", """ "choiceSettings": {"choiceSet": "dbConnections", "family": "PostgreSQL"} """, "Connection", false)]
    [InlineData("dropdown", """ "choiceSettings": {"choiceSet": "webConnections"} """, "Connection", false)]
    [InlineData("dropdown", """ "choiceSettings": {"choiceSet": "writers"} """, "Text", false)]
    [InlineData("dropdown", """ "choiceSettings": {"choiceSet": "attributeNames"} """, "Text", false)]
    [InlineData("dropdown", "", "Text", false)]
    [InlineData("listbox", PetSettings, "Choice", true)]
    [InlineData("listbox", YesNoSettings, "Choice", true)]
    [InlineData("listbox", """ "choiceSettings": {"choiceSet": "readerValues"} """, "Text", true)]
    [InlineData("listbox", "", "Text", true)]
    [InlineData("tree", """ "choiceSettings": {"choiceSet": "attributeNames"} """, "Text", true)]
    [InlineData("tree", PetSettings, "Choice", true)]
    [InlineData("tree", """ "singleSelection": true """, "Text", false)]
    [InlineData("file", """ "itemsToSelect": "files", "selectMultiple": false """, "File", false)]
    [InlineData("file", """ "itemsToSelect": "files", "selectMultiple": true """, "File", true)]
    [InlineData("file", "", "File", false)]
    [InlineData("file", """ "itemsToSelect": "folders", "selectMultiple": true """, "Folder", true)]
    [InlineData("file", """ "itemsToSelect": "filegeodb" """, "Folder", false)]
    [InlineData("datetime", "", "DateTime", false)]
    [InlineData("color", """ "colorSpace": "rgb" """, "Color", false)]
    [InlineData("geometry", "", "Geometry", false)]
    [InlineData("password", """ "showConfirm": false """, "Secret", false)]
    [InlineData("checkbox", "", "Boolean", false)]
    [InlineData("checkbox", PetSettings, "Choice", false)]
    public void The_type_and_its_own_keys_give_the_kind(string type, string more, string kind, bool isList)
    {
        Parameter parameter = V4(type, more);

        Assert.Equal(kind, parameter.Kind.ToString());
        Assert.Equal(isList, parameter.IsList);
        Assert.Equal(type, parameter.Type);
        Assert.Equal("A prompt", parameter.Prompt);
    }

    [Fact]
    public void Choices_stand_in_choice_settings_or_in_the_record()
    {
        (string, string)[] pets = [("cat", "A cat"), ("dog", "A dog")];

        Assert.Equal(pets, Choices(V4("dropdown", PetSettings)));
        Assert.Equal(pets, Choices(V4("dropdown", Pets)));
    }

    [Fact]
    public void Captions_may_repeat_and_may_be_missing()
    {
        Parameter parameter = V4("listbox", """ "choices": [{"display": "Both", "value": "a"}, {"display": "Both", "value": "b"}, {"value": "c"}] """);

        Assert.Equal([("a", "Both"), ("b", "Both"), ("c", "c")], Choices(parameter));
    }

    [Fact]
    public void Choices_beside_those_of_the_server_are_left_out()
    {
        Parameter parameter = V4("text", """ "choiceSettings": {"choiceSet": "writers", "choices": [{"display": "X", "value": "x"}]} """);

        Assert.Empty(parameter.Choices);
    }

    [Theory]
    [InlineData("dropdown", "cat dog")]
    [InlineData("listbox", "cat ----- dog")]
    public void A_line_between_the_choices_of_a_dropdown_is_none_of_them(string type, string values) => Assert.Equal(
        values,
        string.Join(' ', V4(type, """ "choices": [{"value": "cat"}, {"value": "-----"}, {"value": "dog"}] """).Choices.Select(choice => choice.Value)));

    [Fact]
    public void The_nodes_above_the_leaves_of_a_tree_can_be_chosen_where_its_record_says_so()
    {
        const string Leaves = """
            "nodeDelimiter": "/", "choices": [{"display": "A/B", "value": "a/b"}, {"display": "A/C/D", "value": "a/c/d"}]
            """;

        Assert.Equal([("a/b", "A/B"), ("a/c/d", "A/C/D")], Choices(V4("tree", Leaves)));
        Assert.Equal(
            [("a", "A"), ("a/b", "A/B"), ("a/c", "A/C"), ("a/c/d", "A/C/D")],
            Choices(V4("tree", $"{Leaves}, \"showParentsAsLeaves\": true")));
    }

    [Theory]
    [InlineData(""" "defaultValue": "NO" """, "YES", "NO")]
    [InlineData(""" "defaultValue": true """, "YES", "NO")]
    [InlineData(""" "required": true """, "YES", "NO")]
    [InlineData(""" "checkedValue": "ON", "uncheckedValue": "OFF" """, "ON", "OFF")]
    public void A_checkbox_has_two_texts(string more, string yes, string no)
    {
        Parameter parameter = V4("checkbox", more);

        Assert.Equal([(yes, yes), (no, no)], Choices(parameter));
        Assert.Equal([true, false], parameter.Choices.Select(choice => choice.IsYes));
    }

    [Fact]
    public void A_checkbox_without_keys_sends_YES_and_NO_and_a_default_that_is_neither_is_told()
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) =
            All("""{ "name": "P", "prompt": "P", "type": "checkbox", "defaultValue": "Yes" }""");

        Assert.Equal([("YES", "YES"), ("NO", "NO")], Choices(parameters[0]));
        Assert.Equal(SchemaRules.DefaultIsNoOption, Assert.Single(problems).Rule);
    }

    [Theory]
    [InlineData("true", "ON")]
    [InlineData("false", "OFF")]
    public void The_default_of_a_checkbox_may_be_true_or_false(string written, string text) =>
        Assert.Equal([text], V4("checkbox", $""" "checkedValue": "ON", "uncheckedValue": "OFF", "defaultValue": {written} """).Default!.Items);

    [Theory]
    [InlineData("", false)]
    [InlineData(""" "required": true """, false)]
    [InlineData(""" "required": false """, true)]
    public void What_does_not_say_that_it_is_not_required_is_required(string more, bool isOptional) =>
        Assert.Equal(isOptional, V4("text", more).IsOptional);

    [Fact]
    public void A_number_has_limits()
    {
        Parameter parameter = V4("number", """ "minimum": 0.001, "minimumExclusive": true, "maximum": 45, "maximumExclusive": false, "multipleOf": 0.001 """);

        Assert.Equal(new NumberLimits { Minimum = 0.001, MinimumIsExclusive = true, Maximum = 45, DecimalPlaces = 3 }, parameter.Limits);
    }

    [Theory]
    [InlineData("0.01", 2)]
    [InlineData("1e-3", 3)]
    [InlineData("0.10", 1)]
    [InlineData("0.50", null)]
    [InlineData("2.25", null)]
    public void The_step_gives_the_digits_behind_the_point(string step, int? places)
    {
        Parameter parameter = V4("number", $"\"multipleOf\": {step}");

        Assert.Equal(ParameterKind.Float, parameter.Kind);
        Assert.Equal(places, parameter.Limits.DecimalPlaces);
    }

    [Theory]
    [InlineData("0.50", 0.5)]
    [InlineData("\"2.25\"", 2.25)]
    [InlineData("5", 5D)]
    [InlineData("1e2", 100D)]
    [InlineData("0.01", null)]
    [InlineData("1", null)]
    public void A_step_that_decimal_places_do_not_say_stays_a_step(string step, double? multiple) =>
        Assert.Equal((decimal?)multiple, V4("number", $"\"multipleOf\": {step}").Limits.Step);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e99")]
    [InlineData("\"some\"")]
    public void What_is_no_step_is_told(string step)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) =
            All($$"""{ "name": "P", "prompt": "P", "type": "number", "multipleOf": {{step}} }""");

        Assert.Equal((ParameterKind.Float, NumberLimits.None), (parameters[0].Kind, parameters[0].Limits));
        Assert.Equal(SchemaRules.UnusableKey, Assert.Single(problems).Rule);
    }

    [Fact]
    public void A_whole_number_has_no_digits_to_count() =>
        Assert.Equal(new NumberLimits { Minimum = 0, Maximum = 5 }, V4("number", """ "minimum": 0, "maximum": 5, "multipleOf": 1 """).Limits);

    [Theory]
    [InlineData(""" "format": "date" """, "Date")]
    [InlineData(""" "format": "dateTime" """, "DateTime")]
    [InlineData(""" "required": true """, "DateTime")]
    public void The_format_of_a_datetime_gives_its_parts(string more, string form) =>
        Assert.Equal(form, V4("datetime", more).DateTimeForm.ToString());

    [Theory]
    [InlineData("time", "Time")]
    [InlineData("week", "DateTime")]
    public void A_format_that_FME_does_not_have_is_told(string format, string form)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) =
            All($$"""{ "name": "P", "prompt": "P", "type": "datetime", "format": "{{format}}" }""");

        Assert.Equal(form, parameters[0].DateTimeForm.ToString());
        Assert.Equal(SchemaRules.UnusableKey, Assert.Single(problems).Rule);
    }

    [Theory]
    [InlineData(""" "required": true """, false, false)]
    [InlineData(""" "timeZone": "local", "milliseconds": false """, false, false)]
    [InlineData(""" "timeZone": "utc", "milliseconds": true """, true, true)]
    [InlineData(""" "format": "date", "timeZone": "utc", "milliseconds": true """, null, null)]
    public void A_datetime_has_an_offset_and_a_fraction_only_where_its_record_says_so(string more, bool? hasOffset, bool? hasFraction) =>
        Assert.Equal(new DateTimeFormat { HasOffset = hasOffset, HasFraction = hasFraction }, V4("datetime", more).DateTimeFormat);

    [Theory]
    [InlineData(""" "required": true """, "")]
    [InlineData(""" "valueFormat": "" """, "")]
    [InlineData(""" "valueFormat": "%1" """, "")]
    [InlineData(""" "valueFormat": "#%1" """, "#%1")]
    public void A_text_may_stand_around_a_colour(string more, string format) => Assert.Equal(format, V4("color", more).ColorFormat?.ValueFormat);

    [Fact]
    public void A_text_around_a_colour_that_has_no_place_for_it_is_told_and_left_out()
    {
        const string Record = """{"name": "P", "type": "color", "prompt": "", "valueFormat": "rgb()"}""";

        Assert.Equal(["\"valueFormat\" of P is 'rgb()', which has no %1 for the colour to stand in; the colour is sent without it"], Told(Record));
        Assert.Equal("", Assert.Single(All(Record).Parameters).ColorFormat?.ValueFormat);
    }

    [Fact]
    public void A_file_that_is_written_is_a_destination()
    {
        Assert.True(V4("file", """ "accessMode": "write" """).IsDestination);
        Assert.True(V4("file", """ "accessMode": "write", "itemsToSelect": "folders" """).IsDestination);
        Assert.False(V4("file", """ "accessMode": "read" """).IsDestination);
    }

    [Theory]
    [InlineData("text", """ "editor": "python", "runnable": true """)]
    [InlineData("text", """ "editor": "tcl", "runnable": true """)]
    [InlineData("text", """ "editor": "json", "runnable": true """)]
    [InlineData("text", """ "visibility": false """)]
    [InlineData("text", """ "hidden": true """)]
    [InlineData("text", """ "visibility": "hiddenEnabled" """)]
    [InlineData("text", """ "visibility": "hiddenDisabled" """)]
    [InlineData("text", """ "visibility": {"if": [{"then": "hiddenEnabled"}]} """)]
    [InlineData("message", "")]
    [InlineData("NOVALUE", "")]
    public void What_is_not_the_callers_is_left_out(string type, string more)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) =
            All($$"""{"name": "P", "valueType": "string", "type": "{{type}}"{{(more.Length > 0 ? "," : "")}}{{more}}}""");

        Assert.Empty(parameters);
        Assert.Empty(problems);
    }

    [Fact]
    public void Deprecated_flags_and_visible_states_change_nothing()
    {
        Parameter plain = V4("text");

        Assert.Equal(plain, V4("text", """ "deprecatedFlags": ["noEdit"], "hidden": false, "visibility": "visibleEnabled" """));
        Assert.Equal(plain, V4("text", """ "visibility": true """));
    }

    [Theory]
    [InlineData("", "text", false)]
    [InlineData(""" , "selectMultiple": true """, "a list of text", true)]
    [InlineData(""" , "defaultValue": ["a"] """, "a list of text", true)]
    public void An_unknown_type_is_text(string more, string called, bool isList)
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = All($$"""[{"name": "P", "type": "globe", "prompt": "" {{more}}}]""");

        SchemaProblem problem = Assert.Single(problems);
        Assert.Same(SchemaRules.UnknownType, problem.Rule);
        Assert.Equal(["P", "globe", called], problem.Arguments);
        Assert.Equal((23, 7), (problem.Span.Start, problem.Span.Length));
        Parameter parameter = Assert.Single(parameters);
        Assert.Equal((ParameterKind.Text, isList), (parameter.Kind, parameter.IsList));
    }

    [Fact]
    public void A_record_without_type_is_an_error_at_its_place()
    {
        (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = All(
            """[{"prompt": "", "name": "P"}, {"name": "Q", "type": "text"}]""");

        SchemaProblem problem = Assert.Single(problems);
        Assert.Same(SchemaRules.MissingKey, problem.Rule);
        Assert.Equal(1, problem.Span.Start);
        Assert.Equal("Q", Assert.Single(parameters).Name);
    }

    [Fact]
    public void A_default_that_is_no_option_is_reported()
    {
        (_, EquatableArray<SchemaProblem> problems) = All($$"""{"name": "P", "type": "dropdown", {{PetSettings}}, "defaultValue": "cow"}""");

        Assert.Same(SchemaRules.DefaultIsNoOption, Assert.Single(problems).Rule);
    }

    [Fact]
    public void A_value_of_the_wrong_kind_never_throws()
    {
        string[] types = ["text", "number", "dropdown", "listbox", "tree", "file", "datetime", "color", "geometry", "password", "checkbox", "group", "table"];
        string[] keys =
        [
            "prompt", "valueType", "defaultValue", "required", "choiceSettings", "choices", "visibility", "minimum", "maximum",
            "minimumExclusive", "multipleOf", "itemsToSelect", "accessMode", "selectMultiple", "format", "geometryEncoding", "editor", "parameters",
        ];
        string[] values =
        [
            "null", "true", "0", "1e999", "\"\"", "\"<\"", "[]", "[[]]", "[null]", "[{}]", "{}", """{"if": [{"then": null}]}""",
            """{"choices": 1, "choiceSet": []}""",
            """{"choiceSet": "userDefined", "choices": [{"display": 1, "value": 2}]}""",
        ];
        foreach (string type in types)
        {
            foreach (string key in keys)
            {
                foreach (string value in values)
                {
                    string json = $$"""[{"name": "P", "type": "{{type}}", "{{key}}": {{value}}}]""";
                    (EquatableArray<Parameter> parameters, EquatableArray<SchemaProblem> problems) = All(json);
                    Assert.All(problems, problem => Assert.InRange(problem.Span.End, 1, json.Length));
                    Assert.True(parameters.Count == 1 || type == "group" || problems.Count > 0, json);
                }
            }
        }
    }
}
