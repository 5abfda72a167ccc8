using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace FmeTyped.Generator.Tests.Slow;

/// <summary>Makes up workspaces: any names, texts that try to break out of where they stand, every type, few options and many.</summary>
internal static class SchemaGen
{
    private static readonly string[] Keywords =
        [.. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Distinct()];

    /// <summary>Names that something in a generated file has already, or that the compiler makes.</summary>
    private static readonly string[] Taken =
    [
        "Equals", "GetHashCode", "ToString", "Clone", "EqualityContract", "PrintMembers", "Descriptor", "TryRead", "Write", "Value", "value",
        "values", "request", "problems", "reader", "read", "writer", "op_Equality", "op_Implicit", "get_Value", "set_Value", "Finalize", "System", "FmeTyped",
        "Fme", "IFmeRequest", "ModeOption", "mode", "value__", "_", "__", "default", "Deconstruct", "Parameters", "Item", "Main", "String", "Nullable",
    ];

    private static readonly Gen<string> Hostile = Gen.OneOfConst(
        "*/", "/*", "//", "///", "</summary>", "<summary>", "<c>", "]]>", "<!--", "-->", "&", "&amp;", "&#0;", "\"", "\"\"\"", "'", "\\", "\\\"", "\\u0022",
        "{", "}", "{{", "}}", "{0}", "$", "@",
        "\n", "\r", "\r\n", "\t", "\0", "\u0001", "\u0085", "\u2028", "\u2029", "\uFEFF", "\u200B", "\u202E", "\uFFFE", "\uFFFF", "\u001A", "#if", "\n#endif",
        "\n#error", "😀", "é", "e\u0301", "ß", "İ", "ı",
        ";", "}}}", "<script>", "<fr>oui</fr><en>yes</en>", "<openbracket>", "$(FME_MF_DIR)", "C:\\temp", "%", " ", "  ", ".", "..", ",", "-", "+1", "-1", "1",
        "0", "٣", "Ⅷ", "ª", "ﬀ", "ǅ", "ー");

    private static readonly Gen<string> AnyCharacter = Gen.Int[0, 0x10FFFF]
        .Where(code => code is < 0xD800 or > 0xDFFF)
        .Select(char.ConvertFromUtf32);

    private static readonly Gen<string> Letter = Gen.Char['a', 'z'].Select(character => character.ToString());

    // Longer than a line, than a name in metadata, and than a name of a file.
    private static readonly Gen<string> Long = Gen.Select(Letter, Gen.OneOfConst(90, 300, 1100), (letter, length) => new string(letter[0], length));

    private static readonly Gen<string> Text =
        Gen.Frequency((30, Hostile), (20, AnyCharacter), (30, Letter), (1, Long), (10, Gen.OneOfConst(Keywords)), (10, Gen.OneOfConst(Taken)))
            .Array[0, 6]
            .Select(string.Concat);

    private static readonly Gen<string> Name =
        Gen.Frequency((2, Gen.OneOfConst(Keywords)), (2, Gen.OneOfConst(Taken)), (2, AnyCharacter.Array[1, 4].Select(string.Concat)), (4, Text))
            .Where(name => name.Trim().Length > 0);

    private static readonly Gen<string> Identifier = Gen.Frequency(
        (3, Gen.OneOfConst(Keywords)),
        (3, Gen.OneOfConst(Taken)),
        (1, Gen.OneOfConst("a\u200Db", "ab", "cla\u200Dss", "e\u0301", "é", "Ω", "_1", "x", "X", "not valid")),
        (1, Letter));

    private static readonly Gen<string?> NoName = Gen.OneOfConst<string?>([null]);

    private static readonly Gen<(string Value, string Caption)[]> Options = Gen.Frequency(
            (20, Gen.Int[0, 6]), (2, Gen.Int[20, 60]), (1, Gen.Int[0, 2000]))
        .SelectMany(count => Gen.Select(Gen.Frequency((4, Text), (1, Name)), Text).Array[count])
        .Select(options => options.DistinctBy(option => option.Item1).ToArray());

    private static readonly Gen<(string Value, string Caption)[]> AnyOptions = Gen.Frequency(
        (4, Options),
        (1, Gen.OneOfConst<(string, string)[]>([("Yes", "Ja"), ("No", "Nein")], [("FALSE", "off"), ("TRUE", "on")], [("yes", "</c>"), ("NO", "*/")])));

    private static readonly Gen<(int Least, int Greatest, bool LeastExclusive, bool GreatestExclusive)> Limits =
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[2, 100], Gen.Bool, Gen.Bool, (least, size, first, second) => (least, least + size, first, second));

    private static readonly Gen<Dictionary<string, object?>> V3 = Gen.Select(
        Gen.OneOfConst(
            "TEXT", "STRING", "TEXT_EDIT", "TEXT_EDIT_OR_NUM", "URL", "INTEGER", "FLOAT", "RANGE_SLIDER", "CHOICE", "LOOKUP_CHOICE", "LISTBOX",
            "LOOKUP_LISTBOX", "STRING_OR_CHOICE", "STRING_OR_LOOKUP_CHOICE",
            "COORDSYS", "FILENAME", "FILENAME_MUSTEXIST", "MULTIFILE", "FILE_OR_URL", "DIRNAME", "MULTIDIR", "SOURCE_GEODATABASE", "DATE", "TIME", "DATETIME",
            "PASSWORD", "COLOR_PICK", "GEOMETRY",
            "FEATURE_TYPES", "ATTRLIST", "ATTR", "NAMED_CONNECTION", "WRITERPICK", "ENCODING", "SOMETHING_NEW", "CHOICE_OR_ATTR", "TEXT_ENCODED"),
        Name, Text, Gen.Bool, Gen.Int[0, 3], AnyOptions, Limits,
        (type, name, prompt, optional, defaultForm, options, limits) => WithLimits(limits, new()
        {
            ["name"] = name,
            ["type"] = type,
            ["model"] = IsListInV3(type) ? "list" : "string",
            ["description"] = prompt,
            ["optional"] = optional,
            ["defaultValue"] = IsListInV3(type) && defaultForm > 1
                ? options.Take(defaultForm).Select(option => option.Value)
                : DefaultOf(type, defaultForm, options),
            ["listOptions"] = options.Select(option => new { caption = option.Caption, value = option.Value }),
        }));

    private static readonly Gen<object?> Visibility = Gen.Select(Gen.Int[0, 12], Name, Text, (form, name, value) => form switch
    {
        3 => Shown(new Dictionary<string, object> { ["$lessThan"] = new { parameter = name, value }, ["$greaterThan"] = new { parameter = name, value = 5 } }),
        4 => Shown(new Dictionary<string, object> { ["$matchesRegex"] = new { parameter = name, regex = value } }),
        5 => Shown(new Dictionary<string, object> { ["$isRuntimeValue"] = new { parameter = name }, ["$phaseOfMoon"] = value }),
        6 => Shown(new Dictionary<string, object>
        {
            ["$anyOf"] = new object[] { new Dictionary<string, object> { ["$isEnabled"] = new { parameter = name } }, value },
        }),
        7 => (object)true,
        8 => new { value = "visibleEnabled", @override = true },
        0 => Shown(new Dictionary<string, object> { ["$equals"] = new { parameter = name, value } }),
        1 => Shown(new Dictionary<string, object> { ["$not"] = new Dictionary<string, object> { ["$equals"] = new { parameter = name, value } } }),
        2 => Shown(new Dictionary<string, object> { ["$isEnabled"] = new { parameter = name } }),
        _ => null,
    });

    private static readonly Gen<Dictionary<string, object?>> V4 = Gen.Select(
        Gen.OneOfConst(
            "text", "number", "dropdown", "listbox", "tree", "file", "files", "folder", "datetime:date", "datetime:time", "datetime:datetime", "datetime",
            "color",
            "geometry:geoJSON", "geometry:fmeXML", "geometry:gml", "geometry", "table", "password", "checkbox", "range", "coordsys", "message",
                "somethingNew", "connection"),
        Name, Text, Gen.Bool, Gen.Int[0, 3], AnyOptions, Gen.Select(Limits, Gen.OneOfConst(1D, 0.1, 0.001)), Visibility,
        (type, name, prompt, required, defaultForm, options, number, visibility) => WithLimits(number.Item1, new()
        {
            ["name"] = name,
            ["type"] = type switch { "files" or "folder" => "file", "connection" => "dropdown", _ => type.Split(':')[0] },
            ["prompt"] = prompt,
            ["required"] = required,
            ["multipleOf"] = number.Item2,
            ["selectMultiple"] = type == "files",
            ["itemsToSelect"] = type == "folder" ? "folders" : "files",
            ["format"] = type.Split(':')[^1],
            ["geometryEncoding"] = type.StartsWith("geometry:", StringComparison.Ordinal) ? type.Split(':')[1] : "",
            ["editor"] = prompt,
            ["setValue"] = visibility,
            ["filters"] = new[] { new { filter = new[] { prompt }, description = name } },
            ["accessMode"] = required ? "readwrite" : "read",
            [$"x{prompt}"] = 1,
            ["defaultValue"] = DefaultOf(type, defaultForm, options),
            ["choiceSettings"] = type switch
            {
                "connection" => new { choiceSet = "dbConnections" },
                "dropdown" or "listbox" or "tree" or "text" or "checkbox" =>
                    new { choiceSet = "userDefined", choices = options.Select(option => new { display = option.Caption, value = option.Value }) },
                _ => null,
            },
            ["visibility"] = visibility,
        }));

    private static readonly Gen<Dictionary<string, object?>> Choices = Gen.Select(
        Gen.Frequency((2, NoName), (1, Identifier.Select(name => (string?)name))),
        Gen.Int[0, 5],
        Identifier,
        Gen.OneOfConst("text", "integer", "float", "date", "wkt", "geoJson", "color", "secret", "file"),
        (name, form, optionName, type) =>
        {
            var choices = new Dictionary<string, object?> { ["name"] = name };
            if (form == 0)
            {
                choices["required"] = true;
            }
            else if (form == 1)
            {
                choices["required"] = false;
            }
            else if (form == 2)
            {
                choices["type"] = type;
            }
            else if (form == 3)
            {
                choices["encoded"] = true;
            }

            choices["options"] = form > 3 ? optionName : null;
            return choices;
        });

    /// <summary>The text of a workspace of a schema file, but for its repository and its name, which have to differ.</summary>
    private static readonly Gen<Func<int, string>> Workspace = Gen.Select(
        Gen.Frequency((1, Gen.OneOfConst(Keywords)), (1, Gen.Const("Samples")), (1, Text)),
        Gen.Frequency((1, Gen.OneOfConst(Keywords)), (1, Gen.OneOfConst(Taken)), (1, Text)),
        Text, Text,
        Gen.Select(Gen.Frequency((2, V3), (2, V4), (1, SpecifiedRecords.Any(Name, Text))), Choices).Array[0, 7],
        Gen.Frequency((3, NoName), (1, Identifier.Select(name => (string?)name))),
        Gen.Frequency(
            (6, NoName), (1, Gen.OneOfConst<string?>("App.Fme.Samples", "@class", "class.event", "App.Fme", "App", "App.Fme.Samples.Equals", "global", "Ω.é"))),
        (repository, name, title, description, parameters, typeName, typeNamespace) => (Func<int, string>)(index =>
        {
            var distinct = parameters.DistinctBy(parameter => parameter.Item1["name"]).ToArray();
            return JsonSerializer.Serialize(new
            {
                repository = repository.Trim().Length == 0 ? "R" : repository,
                // Every second one differs from its neighbour by its suffix only.
                workspace = $"{name}{index / 2}{(index % 2 == 0 ? ".fmw" : "")}",
                title,
                description,
                services = new[] { "fmejobsubmitter", title },
                parameters = Grouped(distinct.Select(parameter => parameter.Item1).ToArray(), index),
                csharp = new Dictionary<string, object?>
                {
                    ["name"] = typeName,
                    ["namespace"] = typeNamespace,
                    ["parameters"] = distinct.Where(parameter => !Equals(parameter.Item1["type"], "message"))
                        .ToDictionary(parameter => (string)parameter.Item1["name"]!, parameter => ChoicesFor(parameter.Item1, parameter.Item2)),
                },
            });
        }));

    /// <summary>How many workspaces a test makes up: 2,000, or as many as FMETYPED_FUZZ_SCHEMAS says.</summary>
    public static long Count { get; } = Environment.GetEnvironmentVariable("FMETYPED_FUZZ_SCHEMAS") is { Length: > 0 } count
        ? long.Parse(count, CultureInfo.InvariantCulture)
        : 2_000;

    /// <summary>What MSBuild says of a project: its name, or what its author set.</summary>
    public static Gen<string> RootNamespace { get; } = Gen.Frequency(
        (3, Gen.Const("App")),
        (1, Gen.OneOfConst(
            "", " ", ".", "my-app", "2024.Import", "Acme.2024-Import", "C++ & C#", "a..b", "nameof", "System", "FmeTyped", "FmeTyped.Generated", "Fme",
            "global")),
        (3, Gen.Frequency((3, Gen.OneOfConst(Keywords)), (3, Gen.OneOfConst(Taken)), (2, Letter), (2, AnyCharacter))
            .Array[1, 4]
            .Select(parts => string.Join('.', parts))),
        (1, Text.Select(text => text.Length > 255 ? text[..255] : text)))
        .Where(text => !HasNameOfType(text));

    /// <summary>Workspaces of one project, as texts of a schema file.</summary>
    public static Gen<string[]> Workspaces(int count) =>
        Workspace.Array[count].Select(workspaces => workspaces.Select((workspace, index) => workspace(index)).ToArray());

    // In a namespace like System.String no C# compiles without a warning, whoever wrote it: it hides the type.
    private static bool HasNameOfType(string rootNamespace)
    {
        // An empty root leaves the namespace Fme.
        string[] parts = $"{Schema.Naming.RootNamespace.From(rootNamespace)}.Fme".TrimStart('.').Split('.');
        Assembly[] referenced = [typeof(string).Assembly, typeof(IFmeRequest).Assembly];
        return Enumerable.Range(1, parts.Length)
            .Any(count => Array.Exists(referenced, assembly => assembly.GetType(string.Join('.', parts.Take(count))) is not null));
    }

    // Some of the workspaces have what stands behind their second parameter in a group, which has a value or none.
    private static Dictionary<string, object?>[] Grouped(Dictionary<string, object?>[] parameters, int index)
    {
        if (index % 3 != 0 || parameters.Length < 3)
        {
            return parameters;
        }

        var group = new Dictionary<string, object?>
        {
            ["name"] = $"group {index}",
            ["type"] = "group",
            ["prompt"] = "Group",
            ["style"] = index % 2 == 0 ? "Checkable" : "Borderless",
            ["radioParameter"] = index % 4 == 3,
            ["parameters"] = parameters.Skip(2),
        };
        return [.. parameters.Take(2), group];
    }

    private static Dictionary<string, object?> ChoicesFor(Dictionary<string, object?> parameter, Dictionary<string, object?> choices)
    {
        var chosen = new Dictionary<string, object?>(choices);
        chosen.Remove("options", out object? optionName);
        if (parameter["type"] is "checkbox")
        {
            // One whose texts are equal becomes text, to which a team may give a type; its values are still written as those of a checkbox.
            chosen.Remove("type");
        }

        if (parameter.ContainsKey("supportedTypes"))
        {
            // The values of such a geometry are written from the specification, which knows of no encoding on the wire.
            chosen.Remove("encoded");
        }

        if (optionName is string name && DefaultedOption(parameter) is { } value)
        {
            chosen["options"] = new Dictionary<string, object?> { [value] = name };
        }

        return chosen;
    }

    // The first option, which a default names.
    private static string? DefaultedOption(Dictionary<string, object?> parameter) =>
        parameter["type"] is "CHOICE" or "LOOKUP_CHOICE" or "LISTBOX" or "STRING_OR_CHOICE" or "dropdown"
            ? parameter.GetValueOrDefault("defaultValue") as string
            : null;

    private static bool IsListInV3(string type) =>
        type is "LISTBOX" or "LOOKUP_LISTBOX" or "MULTIFILE" or "FILE_OR_URL" or "MULTIDIR" or "FEATURE_TYPES" or "ATTRLIST" or "SOURCE_GEODATABASE";

    private static string? DefaultOf(string type, int form, (string Value, string Caption)[] options) =>
        form == 0 ? null
        : form == 1 ? ""
        : options.Length > 0 ? options[0].Value
        : type is "INTEGER" or "FLOAT" or "number" ? "1"
        : "x";

    private static Dictionary<string, object?> WithLimits(
        (int Least, int Greatest, bool LeastExclusive, bool GreatestExclusive) limits, Dictionary<string, object?> record)
    {
        if (record["type"] is "INTEGER" or "FLOAT" or "RANGE_SLIDER" or "number" or "range")
        {
            record["minimum"] = limits.Least;
            record["maximum"] = limits.Greatest;
            record["minimumExclusive"] = limits.LeastExclusive;
            record["maximumExclusive"] = limits.GreatestExclusive;
        }

        return record;
    }

    private static Dictionary<string, object> Shown(Dictionary<string, object> condition)
    {
        condition["then"] = "visibleEnabled";
        return new Dictionary<string, object> { ["if"] = new[] { condition }, ["default"] = "hiddenDisabled" };
    }
}
