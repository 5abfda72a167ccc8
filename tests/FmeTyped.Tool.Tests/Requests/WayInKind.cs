namespace FmeTyped.Tool.Tests.Requests;

/// <summary>A kind of parameter, with a value of it and what is sent for that.</summary>
/// <param name="Name">What the row is about.</param>
/// <param name="Record">The keys of its record that make the kind.</param>
/// <param name="Default">A default, as JSON.</param>
/// <param name="CSharp">The value in C#.</param>
/// <param name="Text">The value as a text, which is also what is sent.</param>
public sealed record WayInKind(string Name, string Record, string Default, string CSharp, string Text)
{
    private const string Choices = "\"choices\": [{ \"display\": \"A\", \"value\": \"a\" }, { \"display\": \"B\", \"value\": \"b\" }]";
    private const string ChoicesWithNone = "\"choices\": [{ \"display\": \"A\", \"value\": \"a\" }, { \"display\": \"None\", \"value\": \"\" }]";
    private const string Point = """{"type":"Point","coordinates":[1,2]}""";

    /// <summary>Whether a text of blanks is a value as any other.</summary>
    public bool TakesWhitespace { get; init; }

    /// <summary>Whether the property can hold a blank, whatever the workspace says.</summary>
    public bool HoldsBlank { get; init; } = true;

    /// <summary>Whether the empty text is an option.</summary>
    public bool EmptyIsOption { get; init; }

    /// <summary>Whether the value is a list.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the command line names where the value comes from.</summary>
    public bool IsSecret { get; init; }

    public static IReadOnlyList<WayInKind> All { get; } =
    [
        new("text", "\"type\": \"text\"", "\"d\"", "\"a b\"", "a b") { TakesWhitespace = true },
        new("whole number", "\"type\": \"number\", \"multipleOf\": 1", "1", "5", "5") { HoldsBlank = false },
        new("number", "\"type\": \"number\"", "1", "0.5", "0.5") { HoldsBlank = false },
        new("checkbox", "\"type\": \"checkbox\"", "\"YES\"", "false", "NO") { HoldsBlank = false },
        new("checkbox that is unchecked by nothing", "\"type\": \"checkbox\", \"checkedValue\": \"ON\", \"uncheckedValue\": \"\"", "\"ON\"", "true", "ON")
        {
            HoldsBlank = false, EmptyIsOption = true,
        },
        new("dropdown", $"\"type\": \"dropdown\", {Choices}", "\"b\"", "{0}.POption.A", "a") { HoldsBlank = false },
        new("dropdown with an empty option", $"\"type\": \"dropdown\", {ChoicesWithNone}", "\"a\"", "{0}.POption.A", "a")
        {
            HoldsBlank = false, EmptyIsOption = true,
        },
        new("listbox", $"\"type\": \"listbox\", {Choices}", "[\"b\"]", "[{0}.POption.A]", "a") { IsList = true },
        new("list of text", "\"type\": \"listbox\", \"choiceSettings\": { \"choiceSet\": \"readerValues\" }", "[\"d\"]", "[\"a\"]", "a")
        {
            IsList = true, TakesWhitespace = true,
        },
        new("text with suggestions", $"\"type\": \"text\", {Choices}", "\"b\"", "\"a\"", "a") { TakesWhitespace = true },
        new("coordinate system", "\"type\": \"text\", \"choiceSettings\": { \"choiceSet\": \"coordinateSystems\" }", "\"LL84\"", "\"UTM83-14\"", "UTM83-14")
        {
            TakesWhitespace = true,
        },
        new("connection", "\"type\": \"dropdown\", \"choiceSettings\": { \"choiceSet\": \"dbConnections\" }", "\"d\"", "\"roads\"", "roads")
        {
            TakesWhitespace = true,
        },
        new("file", "\"type\": \"file\", \"accessMode\": \"read\"", "\"/d\"", "FmeTyped.FmeFile.OnServer(\"/a\")", "/a") { TakesWhitespace = true },
        new("files", "\"type\": \"file\", \"accessMode\": \"read\", \"selectMultiple\": true", "[\"/d\"]", "[FmeTyped.FmeFile.OnServer(\"/a\")]", "/a")
        {
            IsList = true, TakesWhitespace = true,
        },
        new("folder", "\"type\": \"file\", \"accessMode\": \"read\", \"itemsToSelect\": \"folders\"", "\"/d\"", "FmeTyped.FmeFolder.OnServer(\"/a\")", "/a")
        {
            TakesWhitespace = true,
        },
        new("datetime", "\"type\": \"datetime\"", "\"20260101000000\"", "new System.DateTime(2026, 5, 4, 14, 30, 0)", "20260504143000"),
        new("password", "\"type\": \"password\"", "\"d\"", "\"hush\"", "hush") { TakesWhitespace = true, IsSecret = true },
        new("color", "\"type\": \"color\"", "\"0,0,0\"", "FmeTyped.FmeColor.FromRgb(255, 0, 0)", "255,0,0"),
        new("geometry", "\"type\": \"geometry\"", $"'{Point}'", "FmeTyped.FmeGeometry.FromGeoJson(\"\"\"" + Point + "\"\"\")", Point),
    ];

    public override string ToString() => Name;
}
