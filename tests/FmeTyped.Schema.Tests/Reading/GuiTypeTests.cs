using FmeTyped.Schema.Model;
using FmeTyped.Schema.Reading;

namespace FmeTyped.Schema.Tests.Reading;

public class GuiTypeTests
{
    private static readonly EquatableArray<Choice> Options = EquatableArray.From(new Choice("a", "a"), new Choice("b", "b"));

    /// <summary>Every type name that servers, clients and workspace files have been seen to use, without its suffixes.</summary>
    [Theory]
    [InlineData(ParameterKind.Text, "TEXT STRING URL ATTR NEW_ATTR ATTRLIST TEXT_EDIT TEXT_EDIT_XML TEXT_EDIT_OR_NUM TEXT_EDIT_OR_NUM_MULTI_FEATURE")]
    [InlineData(ParameterKind.Text, "WRITERPICK ENCODING STRING_OR_ENCODING REPROJECTION_FILE FEATURE_TYPES WEB_SELECT")]
    [InlineData(ParameterKind.Integer, "INTEGER INT")]
    [InlineData(ParameterKind.Float, "FLOAT RANGE_SLIDER")]
    [InlineData(ParameterKind.Choice, "CHOICE LOOKUP_CHOICE LISTBOX LOOKUP_LISTBOX BOOLEAN CHECKBOX")]
    [InlineData(ParameterKind.OpenChoice, "STRING_OR_CHOICE STRING_OR_LOOKUP_CHOICE INT_OR_CHOICE FLOAT_OR_CHOICE")]
    [InlineData(ParameterKind.CoordinateSystem, "COORDSYS")]
    [InlineData(ParameterKind.File, "FILENAME FILENAME_MUSTEXIST MULTIFILE FILE_OR_URL FILE")]
    [InlineData(ParameterKind.Folder, "DIRNAME DIRNAME_SRC MULTIDIR MULTIDIRECTORY SOURCE_GEODATABASE SOURCE_GEODATABASE_CFG DEST_GEODATABASE")]
    [InlineData(ParameterKind.DateTime, "DATE TIME DATETIME")]
    [InlineData(ParameterKind.Secret, "PASSWORD")]
    [InlineData(ParameterKind.Color, "COLOR_PICK")]
    [InlineData(ParameterKind.Geometry, "GEOMETRY GEOMETRY_PICK")]
    [InlineData(ParameterKind.Connection, "NAMED_CONNECTION NAMED_DB_CONNECTION")]
    public void A_type_has_a_kind_whatever_its_suffixes(object kind, string names)
    {
        foreach (string name in names.Split(' '))
        {
            foreach (string suffix in new[] { "", "_OR_ATTR", "_ENCODED", "_OR_ATTR_ENCODED", "_ENCODED_OR_ATTR" })
            {
                Assert.Equal((name, (ParameterKind?)kind), (name, GuiType.FindKind(name + suffix, isList: false, Options)));
            }
        }
    }

    [Theory]
    [InlineData("CHOICE", "YES", "NO", ParameterKind.Boolean)]
    [InlineData("CHECKBOX", "true", "false", ParameterKind.Boolean)]
    [InlineData("LISTBOX", "Yes", "No", ParameterKind.Choice)]
    public void Two_options_that_mean_yes_and_no_are_a_boolean_unless_several_can_be_chosen(string type, string yes, string no, object kind) =>
        Assert.Equal((ParameterKind?)kind, GuiType.FindKind(type, isList: type == "LISTBOX", EquatableArray.From(new Choice(yes, yes), new Choice(no, no))));

    [Theory]
    [InlineData("CHOICE", ParameterKind.Text)]
    [InlineData("LISTBOX", ParameterKind.Text)]
    [InlineData("STRING_OR_CHOICE", ParameterKind.Text)]
    [InlineData("INT_OR_CHOICE", ParameterKind.Integer)]
    [InlineData("FLOAT_OR_CHOICE", ParameterKind.Float)]
    public void Without_options_a_choice_is_what_can_be_typed(string type, object kind) =>
        Assert.Equal((ParameterKind?)kind, GuiType.FindKind(type, isList: false, default));

    [Fact]
    public void A_slider_without_decimal_places_is_of_integers() =>
        Assert.Equal(ParameterKind.Integer, GuiType.FindKind("RANGE_SLIDER", isList: false, default, decimalPlaces: 0));

    [Theory]
    [InlineData("SPACESHIP", false)]
    [InlineData("INTEGER", true)]
    [InlineData("PASSWORD", true)]
    public void Anything_else_is_unknown(string type, bool isList) => Assert.Null(GuiType.FindKind(type, isList, default));

    [Theory]
    [InlineData("NOVALUE")]
    [InlineData("MESSAGE")]
    [InlineData("NAMEDGROUP")]
    [InlineData("NAMEDMESSAGE")]
    [InlineData("TEXT_EDIT_PYTHON_PARM")]
    public void Structure_and_scripts_hold_no_value(string type)
    {
        Assert.False(GuiType.HoldsValue(type));
        (EquatableArray<Parameter> parameters, _) = ReadRecords.All($$"""[{"name":"a","type":"{{type}}","model":"string","description":""}]""");
        Assert.Empty(parameters);
    }

    [Fact]
    public void A_v3_record_has_precision_destination_and_date_form()
    {
        (EquatableArray<Parameter> parameters, EquatableArray<Rules.SchemaProblem> problems) = ReadRecords.All("""
            [
              {"name":"a","type":"RANGE_SLIDER","model":"string","description":"","minimum":0,"maximum":"5","maximumExclusive":true,"decimalPrecision":2},
              {"name":"b","type":"RANGE_SLIDER","model":"string","description":"","decimalPrecision":"0"},
              {"name":"c","type":"DIRNAME","model":"string","description":""},
              {"name":"d","type":"DATE","model":"string","description":""},
              {"name":"e","type":"MULTIFILE","description":""},
              {"name":"f","type":"RANGE_SLIDER","model":"string","description":"","decimalPrecision":"much"}
            ]
            """);

        Assert.Equal(new NumberLimits { Minimum = 0, Maximum = 5, MaximumIsExclusive = true, DecimalPlaces = 2 }, parameters[0].Limits);
        Assert.Equal(ParameterKind.Integer, parameters[1].Kind);
        Assert.True(parameters[2].IsDestination);
        Assert.Equal(DateTimeForm.Date, parameters[3].DateTimeForm);
        Assert.True(parameters[4].IsList);
        Assert.Equal("\"decimalPrecision\" has to be a whole number; found a text", Assert.Single(problems).Message);
    }
}
