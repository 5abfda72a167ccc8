using System;
using System.Collections.Generic;
using System.Linq;
using FmeTyped.Schema.Json;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// Reads what a REST v4 record says of the value beside type and limits, as sentences for the documentation, and says which keys have no effect on a request.
/// </summary>
internal sealed class V4Remarks
{
    // What the value holds, by the editor of FME's form. The names without an article are those of languages.
    private static readonly Dictionary<string, string> Editors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gquery"] = "a query in GQuery",
        ["html"] = "HTML",
        ["java"] = "Java code",
        ["javascript"] = "JavaScript code",
        ["json"] = "JSON",
        ["pce"] = "a point cloud expression",
        ["python"] = "Python code",
        ["raster"] = "a raster expression",
        ["regex"] = "a regular expression",
        ["rstats"] = "R code",
        ["sql"] = "SQL",
        ["tcl"] = "Tcl code",
        ["url"] = "a URL",
        ["websocket"] = "a WebSocket message",
        ["xml"] = "XML",
        ["xquery"] = "an XQuery expression",
    };

    private readonly JsonObject _record;
    private readonly string _name;
    private readonly ReadingContext _context;
    private readonly List<string> _remarks = [];

    private V4Remarks(JsonObject record, string name, ReadingContext context)
    {
        _record = record;
        _name = name;
        _context = context;
    }

    public static EquatableArray<string> Read(JsonObject record, Parameter parameter, ReadingContext context)
    {
        var remarks = new V4Remarks(record, parameter.Name, context);
        switch (parameter.Type.Trim().ToLowerInvariant())
        {
            case "text":
                remarks.ReadText();
                break;
            case "file":
                remarks.ReadFile(parameter);
                break;
            case "listbox" or "tree" when parameter.IsList:
                remarks.ReadList(parameter.Choices);
                break;
            case "table":
                remarks.ReadTable();
                break;
        }

        remarks.ReadChoiceSet();
        remarks.ReadCommon();
        return EquatableArray.From(remarks._remarks);
    }

    /// <summary>Names the keys of a record, or of a group, that its type has not got.</summary>
    public static void TellUnknownKeys(JsonObject record, string name, ReadingContext context)
    {
        foreach (JsonMember member in record.Members)
        {
            if (!V4Keys.IsKnown(context.Text(record, "type"), member.Name))
            {
                context.Tell(record, name, member.Name, "is no key of FME's pages on this type; it has no effect");
            }
        }
    }

    private void ReadText()
    {
        if (_context.OptionalText(_record, "editor") is { Length: > 0 } editor && !Is(editor, "plaintext"))
        {
            ReadEditor(editor);
        }

        // Said to be no script, or this would not be read.
        _ = _context.OptionalBoolean(_record, "runnable");
        if (IsSet("readOnly"))
        {
            _remarks.Add("FME's form shows it and does not let anybody change it.");
            Tell("readOnly", "is about FME's form only; a request can set the parameter");
        }

        if (IsSet("trimWhitespace"))
        {
            _remarks.Add("Blanks at its ends are sent; FME's form cuts them off.");
        }
    }

    private void ReadEditor(string editor)
    {
        if (!Editors.TryGetValue(editor.Trim(), out string? holds))
        {
            Tell("editor", $"is '{editor}', which FME's pages do not name; the value is text");
            return;
        }

        JsonNode? mode = (_record.Find("sqlSettings")?.Value as JsonObject)?.Find("mode")?.Value;
        bool isClause = Is(editor, "sql") && mode is JsonString { Value: var word } && Is(word, "where");
        _remarks.Add(isClause ? "Holds the WHERE clause of an SQL statement." : $"Holds {holds}.");
        if (!Is(editor, "url"))
        {
            Tell("editor", $"is {editor}; the value is text, whose syntax is not checked{(Is(editor, "json") ? ", unless \"csharp\" gives it a type" : "")}");
        }
    }

    private void ReadFile(Parameter parameter)
    {
        string? items = _context.OptionalText(_record, "itemsToSelect");
        switch (items?.Trim().ToLowerInvariant())
        {
            case null or "" or "files" or "folders" or "filegeodb":
                break;
            case "filesandfolders":
                _remarks.Add("A file, or a folder.");
                break;
            case "esrilayers":
                _remarks.Add("Layers of Esri's.");
                Tell("itemsToSelect", "is esriLayers; the layers are named as files are, by path or URL");
                break;
            default:
                Tell("itemsToSelect", $"is '{items}', which FME's pages do not name; the parameter takes files");
                break;
        }

        string? mode = _context.OptionalText(_record, "accessMode");
        switch (mode?.Trim().ToLowerInvariant())
        {
            case null or "" or "read" or "write":
                break;
            case "readwrite":
                _remarks.Add("The workspace reads it as well.");
                break;
            default:
                Tell("accessMode", $"is '{mode}', which FME's pages do not name; the parameter counts as one that is read");
                break;
        }

        if (IsSet("validateExistence") && !parameter.IsDestination)
        {
            _remarks.Add("It has to exist.");
        }

        if (IsSet("allowURL"))
        {
            _remarks.Add("A URL will do.");
        }

        ReadFilters();
    }

    // A filter is what FME's dialog shows. A zip file or a folder with such files in it is as good, so that the ending is not checked. The first
    // filter is the one that the dialog starts with.
    private void ReadFilters()
    {
        IReadOnlyList<JsonNode> filters = _context.Items(_record, "filters");
        if (filters.Count == 0 || filters[0] is not JsonObject first)
        {
            return;
        }

        string[] patterns = [.. _context.Items(first, "filter").OfType<JsonString>().Select(pattern => pattern.Value)];
        if (patterns.Any(pattern => pattern is not ("*" or "*.*")))
        {
            string description = _context.Text(first, "description");
            _remarks.Add($"FME's dialog offers {description}{(description.Length > 0 ? ": " : "")}{string.Join(", ", patterns)}.");
        }
    }

    private void ReadList(EquatableArray<Choice> choices)
    {
        if (IsSet("allowOrdering"))
        {
            _remarks.Add("The order of the values counts.");
        }

        foreach (IGrouping<string, Choice> together in choices.GroupBy(choice => choice.Caption, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            _remarks.Add($"FME's form selects {string.Join(", ", together.Select(choice => $"'{choice.Value}'"))} together, as '{together.Key}'.");
        }
    }

    private void ReadTable()
    {
        IEnumerable<string> names = _context.Items(_record, "columns").OfType<JsonObject>().Select(column => _context.Text(column, "name"));
        string[] columns = [.. names.Where(name => name.Length > 0)];
        _remarks.Add(columns.Length == 0 ? "A table as text." : $"A table as text, with the columns {string.Join(", ", columns)}.");
    }

    private void ReadChoiceSet()
    {
        if (_record.Find("choiceSettings")?.Value is not JsonObject settings || !Is(_context.Text(settings, "choiceSet"), "dynamicServiceValues"))
        {
            return;
        }

        string service = _context.Text(settings, "serviceName");
        _remarks.Add(service.Length > 0 ? $"Named by the web service {service}." : "Named by a web service.");
        if (settings.Find("saveObjectID")?.Value is JsonBoolean saved)
        {
            _remarks.Add(saved.Value ? "Takes the id that the service has for it." : "Takes an FME URL, and not the id that the service has for it.");
        }

        if (settings.Find("nameMatchesId")?.Value is not JsonBoolean { Value: true })
        {
            _remarks.Add("The name that a person sees need not be the value; FME's dialog tells it.");
        }
    }

    private void ReadCommon()
    {
        foreach (string type in _context.Items(_record, "supportedValueTypes").OfType<JsonString>().Select(type => type.Value))
        {
            if (Is(type, "null") || Is(type, "noOp"))
            {
                Tell("supportedValueTypes", $"allows {type}, which no request can say: it sets a text, leaves it blank or leaves it unset");
            }
        }

        if (_record.Find("setValue") is { Value: not JsonNull })
        {
            Tell("setValue", "has other parameters fill this one in FME's form; a request that leaves it unset gets the default");
        }

        TellUnknownKeys(_record, _name, _context);
    }

    private bool IsSet(string key) => _context.OptionalBoolean(_record, key) == true;

    private void Tell(string key, string words) => _context.Tell(_record, _name, key, words);

    private static bool Is(string text, string word) => string.Equals(text.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
