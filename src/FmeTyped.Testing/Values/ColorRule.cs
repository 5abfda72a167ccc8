using System.Globalization;
using System.Text.Json;

namespace FmeTyped.Testing;

/// <summary>
/// Colors: <c>colorSpace</c> determines the number of components and <c>alpha</c> adds one, <c>componentValueType</c> is the type of a component, and
/// <c>valueFormat</c> is the text around them. Components are separated by commas, except in hex.
/// </summary>
internal static class ColorRule
{
    public static string? FindProblem(JsonElement record, string text)
    {
        string format = record.Text("valueFormat") is { } set && set.Contains("%1", StringComparison.Ordinal) ? set : "%1";
        string[] around = format.Split("%1", 2);
        if (text.Length < around[0].Length + around[1].Length
            || !text.StartsWith(around[0], StringComparison.Ordinal)
            || !text.EndsWith(around[1], StringComparison.Ordinal))
        {
            return $"'{text}' is not of the form {format}.";
        }

        string space = record.Word("colorSpace", "rgb");
        int count = (space == "cmyk" ? 4 : 3) + (record.IsSet("alpha") ? 1 : 0);
        string value = text[around[0].Length..^around[1].Length];
        return record.Word("componentValueType", "int") switch
        {
            "hex" => value.Length == 2 * count && value.All(char.IsAsciiHexDigit) ? null : Describe($"2 digits in hex for each of its {count} parts"),
            "float" => HasParts(value, count, IsUnit) ? null : Describe($"{count} numbers from 0 to 1"),
            "int" => HasParts(value, count, IsByte) ? null : Describe($"{count} whole numbers from 0 to 255"),
            _ => null,
        };

        string Describe(string form) => $"'{text}' is no color of {space}{(record.IsSet("alpha") ? " with alpha" : "")}: it has to be {form}.";
    }

    private static bool HasParts(string text, int count, Func<string, bool> isPart)
    {
        string[] parts = text.Split(',');
        return parts.Length == count && parts.All(isPart);
    }

    private static bool IsByte(string part) => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsUnit(string part) =>
        double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number) && number <= 1;
}
