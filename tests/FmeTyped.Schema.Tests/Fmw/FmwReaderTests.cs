using System.Text;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading.Fmw;
using FmeTyped.Schema.Rules;

namespace FmeTyped.Schema.Tests.Fmw;

public class FmwReaderTests
{
    private static readonly string[] ColorKeys = ["colorSpace", "componentValueType", "alpha", "valueFormat"];

    [Fact]
    public void The_header_says_what_the_workspace_is()
    {
        FmwFile file = new WorkspaceText { Title = "Trees" }.With("GUI INTEGER Count How many:", "3").Read();

        Assert.Empty(file.Problems);
        Assert.Equal(
            new Workspace("Samples", "trees.fmw")
            {
                Title = "Trees",
                Description = "Counts trees",
                Parameters = EquatableArray.From(new Parameter("Count", ParameterKind.Integer)
                {
                    Type = "INTEGER",
                    Prompt = "How many:",
                    Default = ParameterDefault.Text("3"),
                }),
            },
            file.Workspace);
        Assert.Equal("FME(R) 2024.1.0.0 (20240628 - Build 24612 - WIN64)", file.SavedBy);
    }

    [Fact]
    public void Private_scripted_and_structural_parameters_are_left_out()
    {
        FmwFile file = new WorkspaceText()
            .With("GUI IGNORE TEXT Private A prompt")
            .With("GUI TEXT_EDIT_PYTHON_PARM Script A script")
            .With("GUI NAMEDGROUP Group A%B A group")
            .With("GUI NAMEDMESSAGE Message Hello")
            .With("GUI TEXT Published A prompt")
            .Read();

        Assert.Equal(["Published"], NamesOf(file));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void Parameters_of_embedded_custom_transformers_are_not_the_workspace_s()
    {
        FmwFile file = new WorkspaceText
        {
            Blocks = """
                #! <SUBDOCUMENTS>
                #! <SUBDOCUMENT>
                #! <GLOBAL_PARAMETERS>
                #! <GLOBAL_PARAMETER GUI_LINE="GUI TEXT Inner A prompt" DEFAULT_VALUE="" />
                #! </GLOBAL_PARAMETERS>
                #! <USER_PARAMETERS FORM="e30=" />
                #! </SUBDOCUMENT>
                #! </SUBDOCUMENTS>
                """,
        }.With("GUI TEXT Outer A prompt").Read();

        Assert.Equal(["Outer"], NamesOf(file));
        Assert.Empty(file.Problems);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string lineEnd)
    {
        WorkspaceText text = new WorkspaceText { LineEnd = lineEnd }.With("GUI TEXT A Two\n#! lines").With("GUI");

        SchemaProblem problem = Assert.Single(text.Read().Problems);

        Parameter parameter = Assert.Single(text.Read().Workspace!.Parameters);
        Assert.Equal(("A", "Two lines"), (parameter.Name, parameter.Prompt));
        Assert.Equal("GUI_LINE", text.ToString().Substring(problem.Span.Start, problem.Span.Length));
    }

    [Fact]
    public void The_endpoint_of_a_data_virtualization_is_a_workspace() =>
        Assert.Equal(["A"], NamesOf(new WorkspaceText { Root = "DV_WORKSPACE" }.With("GUI TEXT A Prompt").Read()));

    [Theory]
    [InlineData("UTF-8", "é € ☃")]
    [InlineData("utf-8", "é € ☃")]
    [InlineData("windows-1252", "é € „“ Œ")]
    [InlineData("iso-8859-1", "é ß")]
    public void The_declared_encoding_is_honoured(string name, string prompt)
    {
        string text = new WorkspaceText { Encoding = name }.With($"GUI TEXT A {prompt}").ToString();
        byte[] bytes = name switch
        {
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
            "iso-8859-1" => Encoding.Latin1.GetBytes(text),
            _ => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        };

        FmwFile file = FmwReader.Read(bytes, "Samples", "trees.fmw");

        Assert.Equal(prompt, file.Workspace?.Parameters[0].Prompt);
    }

    [Fact]
    public void Every_byte_of_windows_1252_is_decoded_as_the_framework_does()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), Windows1252.Decode(bytes, 0, bytes.Length));
        Assert.Equal("~\u007F€", Windows1252.Decode(bytes, '~', 3));
    }

    [Fact]
    public void The_mapping_file_behind_the_header_may_be_of_another_encoding()
    {
        byte[] bytes = [.. new WorkspaceText().With("GUI TEXT A Prompt").ToBytes(), 0xFF, 0xFE, 0xE9];

        Assert.Empty(FmwReader.Read(bytes, "Samples", "trees.fmw").Problems);
    }

    [Theory]
    [InlineData("GUI TEXT_EDIT A \"\" Prompt", "a<space>b", "a b")]
    [InlineData("GUI TEXT A Prompt", "a<space>b", "a<space>b")]
    [InlineData("GUI STRING_OR_ATTR_ENCODED A Prompt", "a<u2603>b", "a☃b")]
    [InlineData("GUI LISTBOX A a%\"b c\" Prompt", "a \"b c\"", "a|b c")]
    [InlineData("GUI LISTBOX_ENCODED A a%b<space>c Prompt", "a b<space>c", "a|b c")]
    [InlineData("GUI LISTBOX A a%b Prompt", "", "")]
    [InlineData("GUI MULTIFILE A *.* Prompt", "/data/my file.csv", "/data/my file.csv")]
    [InlineData("GUI MULTIFILE A *.* Prompt", "\"\"/a b.csv\" \"/c.csv\"\"", "/a b.csv|/c.csv")]
    [InlineData("GUI FILE_OR_URL A NO_SWIZZLER%All|* Prompt", "\"\"/a b.csv\" \"/c.csv\"\"", "\"\"/a b.csv\" \"/c.csv\"\"")]
    [InlineData("GUI TEXT A Prompt", "$(FME_MF_DIR)<SRC FGDB>", "$(FME_MF_DIR)<SRC FGDB>")]
    public void Defaults_are_decoded_where_the_type_is_stored_encoded(string guiLine, string stored, string items)
    {
        Parameter parameter = new WorkspaceText().With(guiLine, stored).Read().Workspace!.Parameters[0];

        Assert.Equal(items, string.Join('|', parameter.Default!.Items));
        Assert.Equal(parameter.IsList, parameter.Default.IsList);
    }

    [Fact]
    public void A_password_never_leaves_the_file()
    {
        FmwFile file = new WorkspaceText().With("GUI PASSWORD Key Password:", "fme_decrypt(c2VjcmV0)").Read();

        Assert.True(file.Workspace!.Parameters[0].DefaultIsWithheld);
        Assert.DoesNotContain("c2VjcmV0", file.ToString() + file.Workspace.Parameters[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_ACTIVECHOICE_is_a_choice_that_switches_others_off()
    {
        EquatableArray<Parameter> parameters = new WorkspaceText()
            .With("GUI ACTIVECHOICE MODE fast,DEPTH,++SPEED+9%none,DEPTH,SPEED%deep Mode:", "deep")
            .With("GUI INTEGER DEPTH Depth:")
            .With("GUI INTEGER SPEED Speed:")
            .Read().Workspace!.Parameters;

        Assert.Equal(["fast", "none", "deep"], parameters[0].Choices.Select(choice => choice.Value));
        Assert.Equal((ParameterKind.Choice, "Mode:"), (parameters[0].Kind, parameters[0].Prompt));
        var isFast = new ParameterEquals("MODE", "fast");
        var isNone = new ParameterEquals("MODE", "none");
        Assert.Equal(
            [null, new AllOf(EquatableArray.From<Visibility>(new Not(isFast), new Not(isNone))), new Not(isNone)],
            parameters.Select(parameter => parameter.Visibility));
        Assert.DoesNotContain(parameters.Skip(1), parameter => parameter.IsRequiredMember);
    }

    [Theory]
    [InlineData("GUI FEATURE_TYPES T $[DATASET] Types:", true)]
    [InlineData("GUI FEATURE_TYPES T $[DATASET],LIST_WORKSPACES,YES Types:", false)]
    [InlineData("GUI FEATURE_TYPES_ENCODED T \"$[DATASET],LIST_WORKSPACES\" Types:", false)]
    public void Feature_types_are_one_where_workspaces_are_listed(string guiLine, bool isList) =>
        Assert.Equal(isList, Assert.Single(new WorkspaceText().With(guiLine).Read().Workspace!.Parameters).IsList);

    [Theory]
    [InlineData("GUI GEOMETRY_PICK G GEOM_TYPE:POLYGON,BOX%INITIAL_BOUNDS:90,-180,-90,180 Area:", "polygon box")]
    [InlineData("GUI GEOMETRY_PICK G GEOM_TYPE:POINT Place:", "point")]
    [InlineData("GUI GEOMETRY_PICK_OR_ATTR G INITIAL_BOUNDS:90,-180,-90,180 Area:", "")]
    public void A_picked_geometry_is_of_the_kinds_that_its_line_names(string guiLine, string types)
    {
        Parameter parameter = Assert.Single(new WorkspaceText().With(guiLine).Read().Workspace!.Parameters);

        Assert.Equal((types, ParameterKind.Geometry), (string.Join(' ', parameter.GeometryTypes), parameter.Kind));
    }

    [Theory]
    [InlineData("GUI COLOR C Fill:", "rgb int false")]
    [InlineData("GUI COLOR C COLOR_SPEC Fill:", "rgb int false")]
    [InlineData("GUI COLOR C COLOR_SPEC%RGB Fill:", "rgb int false")]
    [InlineData("GUI COLOR C COLOR_SPEC%RGBAF%COLOR_VALUE_FORMAT%rgb() Fill:", "rgb float true rgb(%1)")]
    [InlineData("GUI COLOR C COLOR_SPEC%cmykA%COLOR_VALUE_FORMAT%CMYK[] Fill:", "cmyk int true CMYK[%1]")]
    [InlineData("GUI COLOR_ENCODED C COLOR_SPEC%HSVF%COLOR_VALUE_FORMAT%{} Fill:", "hsv float false")]
    [InlineData("GUI COLOR C COLOR_SPEC%HSLH Fill:", "hsl hex false")]
    [InlineData("GUI COLOR C COLOR_SPEC%RGB%COLOR_VALUE_FORMAT%#(rgb) Fill:", "rgb hex false #%1")]
    public void A_COLOR_says_how_it_is_written_in_the_words_of_v4(string guiLine, string words)
    {
        FmwFile file = new WorkspaceText().With(guiLine).Read();
        var record = (JsonObject)Assert.Single(file.Records);
        Parameter parameter = Assert.Single(file.Workspace!.Parameters);

        Assert.Equal(words, string.Join(' ', ColorKeys.Select(key => record.Find(key)?.Value switch
        {
            JsonString text => text.Value,
            JsonBoolean boolean => boolean.Value ? "true" : "false",
            _ => null,
        }).Where(word => word is not null)));
        Assert.Equal((ParameterKind.Color, "Fill:"), (parameter.Kind, parameter.Prompt));
    }

    [Fact]
    public void A_slider_has_limits()
    {
        Parameter parameter =
            new WorkspaceText().With("GUI RANGE_SLIDER_OR_ATTR Size \"RANGE:(0,51]%PRECISION:2\" Prompt", "50").Read().Workspace!.Parameters[0];

        Assert.Equal(ParameterKind.Float, parameter.Kind);
        Assert.Equal(new NumberLimits { Minimum = 0, Maximum = 51, MinimumIsExclusive = true, DecimalPlaces = 2 }, parameter.Limits);
    }

    [Fact]
    public void The_FORM_says_type_and_options_and_the_parameter_its_default()
    {
        FmwFile file = new WorkspaceText()
            .With("GUI STRING Format Prompt", "B")
            .WithForm(
                """{"parameters":[{"name":"Format","type":"dropdown","prompt":"Format","defaultValue":"A","required":false,"choiceSettings":"""
                    + """{"choiceSet":"userDefined","choices":[{"display":"First","value":"A"},{"display":"Second","value":"B"}]}}]}""")
            .Read();

        Parameter parameter = file.Workspace!.Parameters[0];
        Assert.Empty(file.Problems);
        Assert.Equal((ParameterKind.Choice, true, "B"), (parameter.Kind, parameter.IsOptional, parameter.Default!.Items[0]));
        Assert.Equal([new Choice("A", "First"), new Choice("B", "Second")], parameter.Choices);
    }

    [Fact]
    public void A_group_of_the_FORM_is_flattened_and_gets_the_defaults_too()
    {
        FmwFile file = new WorkspaceText()
            .With("GUI NAMEDGROUP G A Where")
            .With("GUI TEXT A Prompt", "new")
            .With("GUI IGNORE TEXT B Prompt", "private")
            .WithForm(
                """{"parameters":[{"name":"G","type":"group","prompt":"Where","parameters":["""
                    + """{"name":"A","type":"text","prompt":"Prompt","defaultValue":"old"},{"name":"B","type":"text","prompt":"Prompt"}]}]}""")
            .Read();

        Parameter parameter = Assert.Single(file.Workspace!.Parameters);
        Assert.Equal(("A", "Where", "new"), (parameter.Name, parameter.Group, parameter.Default!.Items[0]));
    }

    [Fact]
    public void What_the_FORM_does_not_have_is_read_from_the_GUI_line()
    {
        FmwFile file = new WorkspaceText()
            .With("GUI TEXT A Prompt")
            .With("GUI INTEGER B Prompt")
            .WithForm("""{"parameters":[{"name":"A","type":"text","prompt":"Prompt"}]}""")
            .Read();

        Assert.Equal(["A", "B"], NamesOf(file));
        Assert.Equal(ParameterKind.Integer, file.Workspace!.Parameters[1].Kind);
    }

    [Theory]
    [InlineData("!", "it is no base64")]
    [InlineData("", "it is no JSON")]
    [InlineData("//79", "it is no UTF-8")]
    [InlineData("e30=", "it has no list of parameters")]
    [InlineData("W10=", "it has no list of parameters")]
    [InlineData("eyJwYXJhbWV0ZXJzIjpb", "it is no JSON")]
    public void A_FORM_that_cannot_be_read_leaves_the_GUI_lines(string form, string words)
    {
        WorkspaceText text = new WorkspaceText().With("GUI TEXT A Prompt").WithFormText(form);

        FmwFile file = text.Read();

        SchemaProblem problem = Assert.Single(file.Problems);
        Assert.Equal(SchemaRules.UnreadableForm, problem.Rule);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.Equal("FORM", text.ToString().Substring(problem.Span.Start, problem.Span.Length));
        Assert.Equal(["A"], NamesOf(file));
    }

    [Fact]
    public void Problems_with_a_record_of_the_FORM_stand_where_the_FORM_stands()
    {
        WorkspaceText text = new WorkspaceText().With("GUI TEXT A Prompt").WithForm("""{"parameters":[{"name":"A","type":"globe","prompt":"Prompt"}]}""");

        SchemaProblem problem = Assert.Single(text.Read().Problems);

        Assert.Equal(SchemaRules.UnknownType, problem.Rule);
        Assert.Equal("FORM", text.ToString().Substring(problem.Span.Start, problem.Span.Length));
    }

    [Fact]
    public void A_place_is_a_line_and_a_column_from_1()
    {
        WorkspaceText text = new WorkspaceText().With("GUI");
        int line = Array.FindIndex(text.ToString().Split('\n'), line => line.StartsWith("#!   GUI_LINE", StringComparison.Ordinal));
        FmwFile file = text.Read();

        Assert.Equal((line + 1, "#!   G".Length), file.PlaceOf(Assert.Single(file.Problems).Span));
        Assert.Equal((1, 1), file.PlaceOf(new TextSpan(0, 0)));
    }

    [Fact]
    public void What_is_no_workspace_has_no_lines()
    {
        FmwFile file = FmwReader.Read("PK\u0003\u0004"u8.ToArray(), "Samples", "trees.fmw");

        SchemaProblem problem = Assert.Single(file.Problems);
        Assert.Equal((SchemaRules.NotAWorkspaceFile, new TextSpan(0, 0)), (problem.Rule, problem.Span));
        Assert.Null(file.PlaceOf(problem.Span));
    }

    [Fact]
    public void Problems_stand_where_the_parameter_stands()
    {
        WorkspaceText text = new WorkspaceText()
            .With("GUI TEXT A Prompt")
            .With("GUI CHOICE B x%x Prompt", "y")
            .With("GUI TEXT A Again")
            .With("GUI SPACESHIP D Prompt");
        string all = text.ToString();

        EquatableArray<SchemaProblem> problems = text.Read().Problems;

        Assert.Equal(
            [("FME0013", "GUI_LINE"), ("FME0008", "DEFAULT_VALUE"), ("FME0006", "GUI_LINE"), ("FME0009", "GUI_LINE")],
            problems.Select(problem => (problem.Rule.Id, all.Substring(problem.Span.Start, problem.Span.Length))));
        Assert.Equal(all.IndexOf("GUI_LINE=\"GUI TEXT A Again", StringComparison.Ordinal), problems[2].Span.Start);
    }

    [Fact]
    public void A_parameter_without_GUI_line_is_reported_and_the_others_are_read()
    {
        string text = new WorkspaceText().With("GUI TEXT A Prompt").With("GUI TEXT B Prompt").ToString()
            .Replace("#!   GUI_LINE=\"GUI TEXT A Prompt\"\n", "", StringComparison.Ordinal);

        FmwFile file = FmwReader.Read(Encoding.UTF8.GetBytes(text), "Samples", "trees.fmw");

        Assert.Equal(SchemaRules.UnreadableWorkspaceParameter, Assert.Single(file.Problems).Rule);
        Assert.Equal(["B"], NamesOf(file));
    }

    private static IEnumerable<string> NamesOf(FmwFile file) => file.Workspace!.Parameters.Select(parameter => parameter.Name);
}
