using System;
using System.Collections.Generic;

namespace FmeTyped.Schema.Reading;

/// <summary>
/// The keys of REST v4 records that the vendor's pages name, or that real records have. docs/reference/parameter-types.md says of each what becomes of it.
/// </summary>
internal static class V4Keys
{
    private static readonly HashSet<string> Common = Set(
        "name type valueType defaultValue prompt showPrompt supportedValueTypes required setValue visibility hidden expressionSettings choiceSettings choices"
        + " radioValue deprecatedFlags defaultWithheld");

    private static readonly Dictionary<string, HashSet<string>> ByType = new(StringComparer.Ordinal)
    {
        ["checkbox"] = Set("checkedValue uncheckedValue textAlignRight"),
        ["color"] = Set("colorSpace componentValueType alpha valueFormat"),
        ["coordsys"] = Set(""),
        ["datetime"] = Set("format milliseconds timeZone storageFormat"),
        ["dropdown"] = Set(""),
        ["file"] = Set("accessMode validateExistence itemsToSelect selectMultiple filters includeWebBrowser allowURL editable separate"),
        ["geometry"] = Set("geometryEncoding bounds supportedTypes"),
        ["group"] = Set("parameters style radioParameter collapse expand gridColumns delimiter predefinedSet predefinedSetSettings"),
        ["listbox"] = Set("singleSelection allowOrdering inline delimiter"),
        ["number"] = Set("multipleOf minimum maximum minimumExclusive maximumExclusive showSlider sliderTickIncrement"),
        ["password"] = Set("showConfirm"),
        ["range"] = Set("multipleOf minimum maximum minimumExclusive maximumExclusive showSlider sliderTickIncrement"),
        ["table"] = Set(
            "columns allowRowMove collapseFromColumn columnToStretch columnDisplayOrder columnsToHide allowResize rowsToStart allowAdd showHeadings mimeType"
            + " inlineTable importSettings columnDelimiter"),
        ["text"] = Set(
            "readOnly editor trimWhitespace showInlineEditor showEditButton showArithmeticEditor regexSettings sqlSettings urlSettings webSocketSettings"
            + " xQuerySettings runnable addAsAttribute isNewListAttribute"),
        ["tree"] = Set(
            "singleSelection nodeDelimiter nodesToExpand scrollTo defaultFilter inline showSelectedItemGroup textElideMode showParentsAsLeaves delimiter"
            + " maxDepth"),
    };

    /// <summary>Whether a record of a type may have a key. Of a type that is not known, nobody can say.</summary>
    public static bool IsKnown(string type, string key) =>
        Common.Contains(key) || !ByType.TryGetValue(type.Trim().ToLowerInvariant(), out HashSet<string>? own) || own.Contains(key);

    private static HashSet<string> Set(string words) => new(words.Split([' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
