using FmeTyped.Schema.Model;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class FormHintsReaderTests
{
    private static FormHints Read(string type, string more = "") =>
        Assert.Single(All($$"""{"name": "P", "prompt": "", "type": "{{type}}"{{(more.Length > 0 ? "," : "")}}{{more}}}""").Parameters).Hints;

    [Theory]
    [InlineData("text", """ "editor": "sql" """, true)]
    [InlineData("text", """ "editor": "url" """, false)]
    [InlineData("text", """ "editor": "plaintext" """, false)]
    [InlineData("text", "", false)]
    [InlineData("table", "", true)]
    public void Code_and_tables_have_several_lines(string type, string more, bool expected) => Assert.Equal(expected, Read(type, more).IsMultiline);

    [Theory]
    [InlineData("number", """ "showSlider": true """, true)]
    [InlineData("number", """ "showSlider": false """, false)]
    [InlineData("range", "", true)]
    [InlineData("number", "", false)]
    public void A_range_has_a_slider(string type, string more, bool expected) => Assert.Equal(expected, Read(type, more).HasSlider);

    [Theory]
    [InlineData("tree", "", ".")]
    [InlineData("tree", """ "nodeDelimiter": "/" """, "/")]
    [InlineData("listbox", """ "nodeDelimiter": "/" """, "")]
    public void A_tree_has_the_delimiter_of_its_nodes(string type, string more, string expected) => Assert.Equal(expected, Read(type, more).NodeDelimiter);

    [Theory]
    [InlineData("""[{"filter": ["*.csv", "*.txt"], "description": "CSV"}, {"filter": ["*.zip", "*.csv"]}]""", new[] { "*.csv", "*.txt", "*.zip" })]
    [InlineData("""[{"filter": ["*.csv"]}, {"filter": ["*"]}]""", new string[0])]
    [InlineData("[]", new string[0])]
    [InlineData("\"*.csv\"", new string[0])]
    public void All_filters_of_a_file_are_offered_unless_one_offers_everything(string filters, string[] expected) =>
        Assert.Equal(expected, Read("file", $""" "filters": {filters} """).FileFilters);

    [Fact]
    public void A_table_has_columns() => Assert.Equal(["FROM", "TO"], Read("table", """ "columns": [{"name": "FROM"}, {"name": "TO"}, {}, 1] """).Columns);

    [Theory]
    [InlineData("TEXT_EDIT_XML_OR_ATTR", true, false)]
    [InlineData("RANGE_SLIDER", false, true)]
    [InlineData("TEXT", false, false)]
    public void The_GUI_type_of_an_old_record_says_it(string type, bool isMultiline, bool hasSlider)
    {
        FormHints hints = Assert.Single(All($$"""{"name": "P", "description": "", "model": "string", "type": "{{type}}"}""").Parameters).Hints;

        Assert.Equal((isMultiline, hasSlider), (hints.IsMultiline, hints.HasSlider));
    }
}
