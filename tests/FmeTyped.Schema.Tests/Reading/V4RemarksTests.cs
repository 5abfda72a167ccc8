using FmeTyped.Schema.Model;
using static FmeTyped.Schema.Tests.Reading.ReadRecords;

namespace FmeTyped.Schema.Tests.Reading;

public class V4RemarksTests
{
    private const string Topics = """ "choiceSettings": {"choiceSet": "dynamicServiceValues", "serviceName": "safe.kafka", "saveObjectID": """;
    private const string Pets = """
        "choiceSettings": {"choices": [{"display": "Both", "value": "cat"}, {"display": "Both", "value": "dog"}, {"display": "One", "value": "cow"}]}
        """;

    private static Parameter Read(string type, string more) =>
        Assert.Single(All($$"""{"name": "P", "prompt": "", "type": "{{type}}", {{more}}}""").Parameters);

    private static string[] ToldOf(string type, string more) => Told($$"""{"name": "P", "prompt": "", "type": "{{type}}", {{more}}}""");

    [Theory]
    [InlineData("text", """ "editor": "plaintext" """, "")]
    [InlineData("text", """ "editor": "url" """, "Holds a URL.")]
    [InlineData("text", """ "editor": "JSON" """, "Holds JSON.")]
    [InlineData("text", """ "editor": "python" """, "Holds Python code.")]
    [InlineData("text", """ "editor": "webSocket" """, "Holds a WebSocket message.")]
    [InlineData("text", """ "editor": "xml" """, "Holds XML.")]
    [InlineData("text", """ "editor": "xQuery" """, "Holds an XQuery expression.")]
    [InlineData("text", """ "editor": "sql", "sqlSettings": {} """, "Holds SQL.")]
    [InlineData("text", """ "editor": "sql", "sqlSettings": {"mode": "sql"} """, "Holds SQL.")]
    [InlineData("text", """ "editor": "sql", "sqlSettings": {"mode": "where"} """, "Holds the WHERE clause of an SQL statement.")]
    [InlineData("text", """ "readOnly": true """, "FME's form shows it and does not let anybody change it.")]
    [InlineData("text", """ "trimWhitespace": true """, "Blanks at its ends are sent; FME's form cuts them off.")]
    [InlineData("file", """ "accessMode": "read", "itemsToSelect": "files" """, "")]
    [InlineData("file", """ "itemsToSelect": "filesAndFolders" """, "A file, or a folder.")]
    [InlineData("file", """ "accessMode": "readwrite", "validateExistence": true """, "The workspace reads it as well.")]
    [InlineData("file", """ "validateExistence": true, "allowURL": true """, "It has to exist. A URL will do.")]
    [InlineData("file", """ "validateExistence": false, "allowURL": false, "filters": [{"filter": ["*"], "description": "All files"}] """, "")]
    [InlineData(
        "file",
        """ "filters": [{"filter": ["*.csv", "*.txt"], "description": "CSV"}, {"filter": ["*.zip"], "description": "Archives"}] """,
        "FME's dialog offers CSV: *.csv, *.txt.")]
    [InlineData("listbox", Pets, "FME's form selects 'cat', 'dog' together, as 'Both'.")]
    [InlineData("tree", Pets, "FME's form selects 'cat', 'dog' together, as 'Both'.")]
    [InlineData("dropdown", Pets, "")]
    [InlineData("listbox", """ "allowOrdering": true """, "The order of the values counts.")]
    [InlineData("table", """ "columns": [{"name": "FROM", "type": "text"}, {"name": "TO", "type": "text"}] """, "A table as text, with the columns FROM, TO.")]
    [InlineData(
        "listbox",
        Topics + "true}",
        "Named by the web service safe.kafka. Takes the id that the service has for it. "
        + "The name that a person sees need not be the value; FME's dialog tells it.")]
    [InlineData(
        "listbox",
        Topics + "false, \"nameMatchesId\": true}",
        "Named by the web service safe.kafka. Takes an FME URL, and not the id that the service has for it.")]
    public void What_the_record_says_of_the_value_is_documented(string type, string more, string remarks) =>
        Assert.Equal(remarks, string.Join(' ', Read(type, more).Remarks));

    [Theory]
    [InlineData("text", """ "editor": "url" """, "")]
    [InlineData("text", """ "editor": "json" """, "\"editor\" of P is json; the value is text, whose syntax is not checked, unless \"csharp\" gives it a type")]
    [InlineData("text", """ "editor": "tcl" """, "\"editor\" of P is tcl; the value is text, whose syntax is not checked")]
    [InlineData("text", """ "editor": "cobol" """, "\"editor\" of P is 'cobol', which FME's pages do not name; the value is text")]
    [InlineData("text", """ "readOnly": true """, "\"readOnly\" of P is about FME's form only; a request can set the parameter")]
    [InlineData(
        "text",
        """ "supportedValueTypes": ["expression", "globalParameter", "none", "null", "noOp"] """,
        "\"supportedValueTypes\" of P allows null, which no request can say: it sets a text, leaves it blank or leaves it unset | "
        + "\"supportedValueTypes\" of P allows noOp, which no request can say: it sets a text, leaves it blank or leaves it unset")]
    [InlineData(
        "text",
        """ "setValue": {"if": []} """,
        "\"setValue\" of P has other parameters fill this one in FME's form; a request that leaves it unset gets the default")]
    [InlineData("file", """ "itemsToSelect": "esriLayers" """, "\"itemsToSelect\" of P is esriLayers; the layers are named as files are, by path or URL")]
    [InlineData("file", """ "itemsToSelect": "stars" """, "\"itemsToSelect\" of P is 'stars', which FME's pages do not name; the parameter takes files")]
    [InlineData("file", """ "accessMode": "append" """,
        "\"accessMode\" of P is 'append', which FME's pages do not name; the parameter counts as one that is read")]
    [InlineData("number", """ "unit": "m", "minimum": 1 """, "\"unit\" of P is no key of FME's pages on this type; it has no effect")]
    [InlineData("group", """ "colour": "red", "parameters": [] """, "\"colour\" of P is no key of FME's pages on this type; it has no effect")]
    [InlineData("globe", """ "unit": "m" """, "")]
    public void What_has_no_effect_on_a_request_is_told(string type, string more, string told) => Assert.Equal(told, string.Join(" | ", ToldOf(type, more)));

    [Theory]
    [InlineData("text",
        "expressionSettings showPrompt deprecatedFlags showEditButton showInlineEditor showArithmeticEditor regexSettings urlSettings addAsAttribute")]
    [InlineData("file", "includeWebBrowser editable separate")]
    [InlineData("geometry", "bounds")]
    [InlineData("group", "collapse expand gridColumns predefinedSetSettings")]
    [InlineData("listbox", "inline")]
    [InlineData("tree", "nodesToExpand scrollTo defaultFilter inline showSelectedItemGroup textElideMode maxDepth")]
    [InlineData("number", "showSlider sliderTickIncrement")]
    [InlineData("password", "showConfirm")]
    [InlineData("table", "allowRowMove collapseFromColumn columnToStretch showHeadings mimeType inlineTable importSettings columnDelimiter")]
    public void What_is_of_no_concern_to_a_caller_is_known(string type, string keys) => Assert.Empty(
        ToldOf(type, string.Join(", ", keys.Split(' ').Select(key => $"\"{key}\": {{\"x\": [1]}}"))));

    [Theory]
    [InlineData("read", false)]
    [InlineData("write", true)]
    [InlineData("readwrite", true)]
    public void The_server_supplies_what_is_written_to(string mode, bool isDestination) =>
        Assert.Equal((isDestination, !isDestination), (Read("file", $"\"accessMode\": \"{mode}\"").IsDestination,
            Read("file", $"\"accessMode\": \"{mode}\"").IsRequiredMember));

    [Theory]
    [InlineData("table", """[{"FROM":"a","TO":1.50,"IS":true,"NO":null},["x\"y"]]""")]
    [InlineData("table", """{"rows":[]}""")]
    [InlineData("text", """{"a":"\u000a\\"}""")]
    public void A_default_may_be_any_JSON(string type, string json)
    {
        Parameter parameter = Read(type, $"\"defaultValue\": {json}");

        Assert.Equal((json, false), (Assert.Single(parameter.Default!.Items), parameter.IsRequiredMember));
    }

    [Fact]
    public void A_list_may_have_a_default_of_numbers() => Assert.Equal(["1", "2.50", "true"],
        Read("listbox", """ "defaultValue": [1, 2.50, true] """).Default!.Items);
}
