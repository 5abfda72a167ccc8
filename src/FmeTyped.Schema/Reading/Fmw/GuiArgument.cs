using System;
using System.Collections.Generic;
using System.Text;
using FmeTyped.Schema.Facts;
using FmeTyped.Schema.Model;

namespace FmeTyped.Schema.Reading.Fmw;

/// <summary>Reads the arguments of GUI lines.</summary>
internal static class GuiArgument
{
    /// <summary>The form of a type's argument. A type that is not known is taken to have none.</summary>
    public static GuiArgumentForm FormOf(string type) => GuiType.BaseOf(type) switch
    {
        "CHOICE" or "LISTBOX" or "STRING_OR_CHOICE" or "INT_OR_CHOICE" or "FLOAT_OR_CHOICE" or "CHECKBOX" or "ENCODING" or "STRING_OR_ENCODING"
            => GuiArgumentForm.Options,
        "LOOKUP_CHOICE" or "LOOKUP_LISTBOX" or "STRING_OR_LOOKUP_CHOICE" => GuiArgumentForm.CaptionedOptions,
        "ACTIVECHOICE" => GuiArgumentForm.ActiveOptions,
        "COLOR" => GuiArgumentForm.Color,
        "RANGE_SLIDER" => GuiArgumentForm.Range,
        "MULTIFILE" or "FILENAME" or "FILENAME_MUSTEXIST" or "FILE_OR_URL" or "FILE" => GuiArgumentForm.FileFilter,
        "TEXT_EDIT" or "TEXT_EDIT_OR_NUM" or "TEXT_EDIT_OR_NUM_MULTI_FEATURE"
            or "NAMED_CONNECTION" or "NAMED_DB_CONNECTION" or "GEOMETRY_PICK" or "FEATURE_TYPES" or "URL"
            or "ATTR" or "ATTRLIST" or "NEW_ATTR" or "DATE" or "TIME" or "DATETIME"
            or "ACTIVECHOICE_LOOKUP" or "MULTIDIRECTORY" or "SOURCE_GEODATABASE_CFG" or "WEB_SELECT" or "NAMEDGROUP" => GuiArgumentForm.Other,
        _ => GuiArgumentForm.None,
    };

    /// <summary>The options, in order. Those of an encoded type are encoded as its values are.</summary>
    public static List<Choice> ReadOptions(string type, string argument)
    {
        var options = new List<Choice>();
        GuiArgumentForm form = FormOf(type);
        if (form is not (GuiArgumentForm.Options or GuiArgumentForm.CaptionedOptions or GuiArgumentForm.ActiveOptions))
        {
            return options;
        }

        bool isEncoded = GuiType.IsStoredEncoded(type);
        foreach (string item in SplitOptions(argument))
        {
            if (form == GuiArgumentForm.CaptionedOptions)
            {
                options.Add(ReadCaptioned(item));
            }
            else
            {
                string text = form == GuiArgumentForm.ActiveOptions ? ActiveChoice.Read(item).Value : item;
                string value = isEncoded ? EncodedText.Decode(text) : text;
                options.Add(new Choice(value, value));
            }
        }

        return options;
    }

    /// <summary>The choices of an ACTIVECHOICE, with what they switch off.</summary>
    public static IEnumerable<ActiveChoice> ReadActiveChoices(string argument)
    {
        foreach (string item in SplitOptions(argument))
        {
            yield return ActiveChoice.Read(item);
        }
    }

    /// <summary>The kinds of geometry in the argument of a GEOMETRY_PICK, <c>GEOM_TYPE:POLYGON,BOX%INITIAL_BOUNDS:...</c>.</summary>
    public static List<string> ReadGeometryTypes(string argument)
    {
        const string Key = "GEOM_TYPE:";
        var types = new List<string>();
        foreach (string part in argument.Trim('"', ' ').Split('%'))
        {
            if (part.StartsWith(Key, StringComparison.OrdinalIgnoreCase))
            {
                types.AddRange(part.Substring(Key.Length).ToLowerInvariant().Split([','], StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return types;
    }

    private static Choice ReadCaptioned(string item)
    {
        // A comma of the text itself is written <comma>, but a caption in quotes may hold one.
        int endOfQuotes = item.StartsWith("\"", StringComparison.Ordinal) ? item.IndexOf('"', 1) : -1;
        int comma = item.IndexOf(',', endOfQuotes + 1);
        string caption = comma < 0 ? item : item.Substring(0, comma);
        string value = comma < 0 ? item : item.Substring(comma + 1);
        return new Choice(EncodedText.Decode(value), EncodedText.Decode(caption.Trim('"')));
    }

    private static List<string> SplitOptions(string argument)
    {
        var options = new List<string>();
        var option = new StringBuilder();
        bool isQuoted = false;
        for (int i = 0; i < argument.Length; i++)
        {
            char character = argument[i];
            bool isEscape = isQuoted && character == '\\' && i + 1 < argument.Length && argument[i + 1] == '"';
            if (isEscape)
            {
                option.Append('"');
                i++;
            }
            else if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == '%' && !isQuoted)
            {
                options.Add(option.ToString());
                option.Clear();
            }
            else
            {
                option.Append(character);
            }
        }

        // "" and " " stand for no options at all.
        if (options.Count > 0 || option.ToString().Trim().Length > 0)
        {
            options.Add(option.ToString());
        }

        return options;
    }
}
